/** Where the tests of the kiosk's processes look for them. */
export * from '../../../../build/electron/processes.ts';
