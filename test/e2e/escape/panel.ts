/**
 * A real X server with a ten-finger panel that tests may touch: Xorg on a dummy display with its own test input
 * driver (Debian's xserver-xorg-core, xserver-xorg-video-dummy and xinput). Touches take the way a panel's do, from the
 * driver through X to Chromium, and the display can be turned and resized.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

export type Point = { readonly x: number; readonly y: number };

type Fingers = (places: readonly Point[], first?: number) => Promise<void>;

export type Panel = {
  /** ':77' */
  readonly display: string;
  /** Puts fingers down. They are counted from `first`, 0 when left out. */
  readonly down: Fingers;
  /** Moves fingers that are down. */
  readonly move: Fingers;
  /** Lifts fingers that are down. */
  readonly up: Fingers;
  /** Takes the panel from the server and gives it back, as a loose plug does. */
  readonly replug: () => Promise<void>;
  readonly stop: () => void;
};

const DRIVER = '/usr/lib/xorg/modules/input/inputtest_drv.so';
const DISPLAY_DRIVER = '/usr/lib/xorg/modules/drivers/dummy_drv.so';

/** Why there can be no panel here; null when there can. */
export function missingPanel(): string | null {
  const here = process.getuid?.() === 0 && existsSync(DRIVER) && existsSync(DISPLAY_DRIVER);
  return here && ['Xorg', 'xinput'].every((tool) => spawnSync('which', [tool]).status === 0)
    ? null
    : 'as root, with xserver-xorg-core, xserver-xorg-video-dummy and xinput';
}

const SIZE = { width: 1920, height: 1080 };

export async function startPanel(): Promise<Panel> {
  const folder = mkdtempSync(join(tmpdir(), 'renkei-panel-'));
  const path = join(folder, 'panel');
  const config = join(folder, 'xorg.conf');
  writeFileSync(config, configOf(path));
  const words = ['-config', config, '-displayfd', '3', '-ac', '-noreset', '-nolisten', 'tcp', '-novtswitch'];
  const server = spawn('Xorg', [...words, '-sharevts', '-logfile', join(folder, 'log')], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const stop = (): void => {
    server.kill('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const display = await displayOf(server.stdio[3] as Readable);
    let send = await driverAt(path);
    const each =
      (type: TouchType): Fingers =>
      async (places, first = 0) => {
        for (const [i, point] of places.entries()) await send(touchEvent(type, first + i, point));
      };
    const replug = async (): Promise<void> => {
      for (const state of ['disable', 'enable'])
        spawnSync('xinput', [state, 'panel'], { env: { ...process.env, DISPLAY: display } });
      // The driver hangs up on us when its device goes.
      send = await driverAt(path);
    };
    return { display, down: each('down'), move: each('move'), up: each('up'), replug, stop };
  } catch (error) {
    stop();
    throw error;
  }
}

function configOf(socket: string): string {
  return `
Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "AutoAddGPU" "false"
  Option "DontVTSwitch" "true"
  Option "DontZap" "true"
EndSection
Section "Device"
  Identifier "card"
  Driver "dummy"
  VideoRam 256000
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5-1000
  VertRefresh 5-1000
  Modeline "1920x1080" 148.50 1920 2008 2052 2200 1080 1084 1089 1125
  Modeline "1080x1920" 148.50 1080 1168 1212 1360 1920 1924 1929 1965
EndSection
Section "Screen"
  Identifier "screen"
  Device "card"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Modes "1920x1080" "1080x1920"
    Virtual 1920 1920
  EndSubSection
EndSection
Section "InputDevice"
  Identifier "panel"
  Driver "inputtest"
  Option "DeviceType" "Touch"
  Option "TouchCount" "10"
  Option "SocketPath" "${socket}"
EndSection
Section "ServerLayout"
  Identifier "layout"
  Screen "screen"
  InputDevice "panel" "SendCoreEvents"
EndSection
`;
}

function displayOf(said: Readable): Promise<string> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error('Xorg did not start')), 15_000);
    let text = '';
    said.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (!text.endsWith('\n')) return;
      clearTimeout(limit);
      resolve(`:${text.trim()}`);
    });
  });
}

type TouchType = 'down' | 'move' | 'up';
/** XI2.h: XI_TouchBegin, XI_TouchUpdate, XI_TouchEnd. */
const TOUCH_TYPES: Readonly<Record<TouchType, number>> = { down: 18, move: 19, up: 20 };

/** xf86-input-inputtest-protocol.h: kinds of messages. */
const CLIENT_VERSION = 0;
const WAIT_FOR_SYNC = 1;
const TOUCH = 6;
const HEADER_BYTES = 8;
const TOUCH_BYTES = 1_056;
/** Where the valuators begin: x, y, two for scrolling, pressure; 0 to 65535. */
const MASK_AT = 20;
const VALUATORS_AT = 32;
const FULL = 65_535;

function message(type: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  bytes.writeUInt32LE(length, 0);
  bytes.writeUInt32LE(type, 4);
  return bytes;
}

function touchEvent(type: TouchType, finger: number, { x, y }: Point): Buffer {
  const bytes = message(TOUCH, TOUCH_BYTES);
  bytes.writeUInt32LE(finger, HEADER_BYTES);
  bytes.writeUInt32LE(TOUCH_TYPES[type], HEADER_BYTES + 4);
  bytes.writeUInt8(0b0000_0011, MASK_AT);
  bytes.writeDoubleLE((x / SIZE.width) * FULL, VALUATORS_AT);
  bytes.writeDoubleLE((y / SIZE.height) * FULL, VALUATORS_AT + 8);
  return bytes;
}

/** Connects to the driver. The function sends a message and waits until the server has worked it off. */
async function driverAt(path: string): Promise<(bytes: Buffer) => Promise<void>> {
  const socket: Socket = connect(path);
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  let waiting: (() => void) | undefined;
  // Whatever comes back is an answer to the one message that waits.
  socket.on('data', () => waiting?.());
  const ask = (bytes: Buffer): Promise<void> =>
    new Promise((resolve) => {
      waiting = resolve;
      socket.write(bytes);
    });
  const version = message(CLIENT_VERSION, HEADER_BYTES + 4);
  version.writeUInt16LE(1, HEADER_BYTES);
  version.writeUInt16LE(1, HEADER_BYTES + 2);
  await ask(version);
  return (bytes) => ask(Buffer.concat([bytes, message(WAIT_FOR_SYNC, HEADER_BYTES)]));
}
