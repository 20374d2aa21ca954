#!/bin/bash
# Makes a kiosk of a fresh Debian 12+/Ubuntu 24.04+ machine, in one command; a second run brings it up to date.
#
#   sudo hall/install.sh --venue <hall id> [--rotate 90] [--open 08:15 --close 17:30] \
#        [--source https://… --trust root.json]                      in the unpacked app
#   sudo hall/install.sh <folder or .tar.gz of the packaged app> --venue <hall id> …
#   sudo hall/install.sh --remove            content, settings and counts stay
#   sudo hall/install.sh --remove --purge    nothing stays
#
# With RENKEI_ROOT=<folder> only files are written, below that folder: to look at what would be done, and for tests.
set -euo pipefail

root=${RENKEI_ROOT:-}
here=$(cd "$(dirname "$0")" && pwd)
app=$root/opt/renkei-kiosk
conf=$root/etc/renkei-kiosk/kiosk.conf
units=$root/etc/systemd/system
sticks=$root/etc/udev/rules.d/90-renkei-stick.rules
screen=$root/etc/X11/xorg.conf.d/90-renkei-kiosk.conf
quiet_keys=$root/etc/sysctl.d/90-renkei-kiosk.conf
updates=$root/etc/apt/apt.conf.d/52renkei-kiosk
apparmor=$root/etc/apparmor.d/renkei-kiosk
services='renkei-kiosk.service renkei-display-on.service renkei-display-on.timer renkei-display-off.service renkei-display-off.timer renkei-stick@.service'

say() { printf '%s\n' "$*"; }
fail() {
  printf '%s\n' "$*" >&2
  exit 1
}
# What changes the running machine, and not only files.
on_machine() { if [ -z "$root" ]; then "$@"; fi; }

package='' venue='' rotate='' open='' close='' source='' trust='' remove='' purge=''
while [ $# -gt 0 ]; do
  case $1 in
    --venue | --rotate | --open | --close | --source | --trust)
      [ $# -ge 2 ] || fail "$1 のあとに値がありません。"
      declare "${1#--}=$2"
      shift
      ;;
    --remove) remove=1 ;;
    --purge) purge=1 ;;
    --help)
      sed -n '2,10s/^# \{0,1\}//p' "$0"
      exit 0
      ;;
    -*) fail "「$1」という指定はありません。--help で説明を表示します。" ;;
    *) package=$1 ;;
  esac
  shift
done

is_time() { [[ $1 =~ ^([01][0-9]|2[0-3]):[0-5][0-9]$ ]]; }
check_words() {
  [[ $venue =~ ^([a-z0-9][a-z0-9-]{0,63})?$ ]] || fail "--venue「$venue」は会場のidではありません（例: arakawa-kuyakusho）。"
  [[ $rotate =~ ^(normal|90|180|270)?$ ]] || fail "--rotate は normal、90、180、270 のどれかです。"
  [ -z "$open$close" ] || { is_time "$open" && is_time "$close"; } ||
    fail '--open と --close は、両方を 08:15 のように書いてください。'
  [[ $source =~ ^(https?://[^[:space:]\"\\]+)?$ ]] || fail "--source「$source」は http:// か https:// の住所ではありません。"
  [ -z "$trust" ] || [ -f "$trust" ] || fail "--trust「$trust」がありません（renkei keys new がつくる root.json です）。"
}

install_packages() {
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  local packages=(xserver-xorg-core xserver-xorg-input-libinput xserver-xorg-legacy xinit xauth
    x11-xserver-utils xinput util-linux libgtk-3-0 libnss3 libasound2 libgbm1 libatk-bridge2.0-0
    systemd-timesyncd unattended-upgrades dosfstools exfatprogs)
  for i in "${!packages[@]}"; do
    # Debian 13 and Ubuntu 24.04 renamed libraries with 64-bit time.
    if apt-cache show --quiet "${packages[i]}t64" > /dev/null 2>&1; then packages[i]+=t64; fi
  done
  apt-get install -y -qq --no-install-recommends "${packages[@]}"
}

make_user() {
  id renkei-kiosk > /dev/null 2>&1 ||
    useradd --system --home-dir /var/lib/renkei-kiosk --shell /usr/sbin/nologin renkei-kiosk
  local group
  for group in video input render; do
    if getent group "$group" > /dev/null; then usermod -aG "$group" renkei-kiosk; fi
  done
}

put_app() {
  local new=$app.new
  rm -rf "$new"
  mkdir -p "$new"
  case $package in
    *.tar.gz) tar -xzf "$package" -C "$new" --strip-components=1 ;;
    *) cp -a "$package/." "$new/" ;;
  esac
  [ -x "$new/renkei-kiosk" ] || fail "「$package」の中に renkei-kiosk がありません。npm run package でつくったものを指定してください。"
  [ -z "$root" ] && [ -e "$new/resources/test-package" ] && [ -z "${RENKEI_ALLOW_TEST_PACKAGE:-}" ] &&
    fail '試験用のパッケージです。会場では使えません。'
  mkdir -p "$new/hall"
  cp -a "$here"/. "$new/hall/"
  on_machine chown -R root:root "$new"
  # Chromium's helper for machines without user namespaces.
  if [ -e "$new/chrome-sandbox" ]; then on_machine chmod 4755 "$new/chrome-sandbox"; fi
  rm -rf "$app.old"
  if [ -e "$app" ]; then mv "$app" "$app.old"; fi
  mv "$new" "$app"
  rm -rf "$app.old"
}

set_conf() { # <name> <value>; an empty value keeps what is there
  if [ -n "$2" ]; then sed -i "s|^$1=.*|$1=$2|" "$conf"; fi
}

put_settings() {
  mkdir -p "$(dirname "$conf")" "$units" "$(dirname "$sticks")" "$(dirname "$screen")" "$(dirname "$quiet_keys")" "$(dirname "$updates")"
  if [ ! -e "$conf" ]; then cp "$here/kiosk.conf" "$conf"; fi
  set_conf VENUE "$venue"
  set_conf ROTATE "$rotate"
  set_conf OPEN "$open"
  set_conf CLOSE "$close"
  cp "$here/90-renkei-stick.rules" "$sticks"
  cp "$here/90-renkei-x.conf" "$screen"
  printf '# No keys that stop the machine or lead out of the kiosk.\nkernel.sysrq = 0\n' > "$quiet_keys"
  printf '// Security updates by night, and the restart they need.\n%s\n%s\n%s\n%s\n' \
    'APT::Periodic::Update-Package-Lists "1";' 'APT::Periodic::Unattended-Upgrade "1";' \
    'Unattended-Upgrade::Automatic-Reboot "true";' 'Unattended-Upgrade::Automatic-Reboot-Time "03:30";' > "$updates"
}

# Ubuntu lets only programs with a profile build the sandbox Chromium locks its pages into.
put_profile() {
  [ -e "$root/etc/apparmor.d/abi/4.0" ] || return 0
  printf '%s\n' 'abi <abi/4.0>,' 'include <tunables/global>' \
    'profile renkei-kiosk /opt/renkei-kiosk/renkei-kiosk flags=(unconfined) {' '  userns,' '}' > "$apparmor"
  on_machine apparmor_parser --replace "$apparmor" || true
}

put_units() {
  local unit
  for unit in $services; do cp "$here/$unit" "$units/$unit"; done
  local opening closing
  opening=$(sed -n 's/^OPEN=//p' "$conf") closing=$(sed -n 's/^CLOSE=//p' "$conf")
  if is_time "$opening" && is_time "$closing"; then
    sed -i "s|@TIME@|*-*-* $opening:00 Asia/Tokyo|" "$units/renkei-display-on.timer"
    sed -i "s|@TIME@|*-*-* $closing:00 Asia/Tokyo|" "$units/renkei-display-off.timer"
  else
    rm -f "$units"/renkei-display-o{n,ff}.timer
  fi
}

put_data() {
  local data=$root/var/lib/renkei-kiosk/data
  mkdir -p "$data"
  # The content that came with the app, until the first sync; what is there already stays.
  if [ ! -e "$data/library.json" ]; then cp -a "$app/resources/data/." "$data/"; fi
  # Where the kiosk looks for its source and for whom it trusts.
  local profile=$root/var/lib/renkei-kiosk/profile
  mkdir -p "$profile"
  if [ -n "$source" ]; then printf '{"source": "%s", "everyHours": 6}\n' "$source" > "$profile/kiosk.json"; fi
  if [ -n "$trust" ]; then cp "$trust" "$profile/root.json"; fi
  on_machine chown -R renkei-kiosk:renkei-kiosk /var/lib/renkei-kiosk
}

switch_on() {
  timedatectl set-timezone Asia/Tokyo || true
  timedatectl set-ntp true || true
  sysctl --quiet --load "$quiet_keys" || true
  systemctl daemon-reload
  udevadm control --reload || true
  # No log-in on the other consoles, no restart by Ctrl+Alt+Del.
  systemctl mask --quiet ctrl-alt-del.target getty@tty1.service autovt@.service
  systemctl set-default --quiet graphical.target
  systemctl enable --quiet renkei-kiosk.service
  local timer
  for timer in renkei-display-on.timer renkei-display-off.timer; do
    if [ -e "$units/$timer" ]; then systemctl enable --quiet --now "$timer"; fi
  done
  systemctl restart renkei-kiosk.service
}

remove_all() {
  if [ -z "$root" ]; then
    systemctl disable --quiet --now renkei-kiosk.service renkei-display-on.timer renkei-display-off.timer 2> /dev/null || true
    systemctl unmask --quiet ctrl-alt-del.target getty@tty1.service autovt@.service
  fi
  local unit
  for unit in $services; do rm -f "$units/$unit"; done
  rm -f "$sticks" "$screen" "$quiet_keys" "$updates" "$apparmor"
  rm -rf "$app"
  if [ -n "$purge" ]; then
    rm -rf "$root/var/lib/renkei-kiosk" "$root/etc/renkei-kiosk"
    on_machine userdel renkei-kiosk 2> /dev/null || true
  fi
  on_machine systemctl daemon-reload
  say 'キオスクを取りのぞきました。'
}

[ -n "$root" ] || [ "$(id -u)" = 0 ] || fail 'sudo を付けて実行してください。'
if [ -n "$remove" ]; then
  remove_all
  exit 0
fi
check_words
if [ -z "$package" ] && [ -x "$here/../renkei-kiosk" ]; then package=$(cd "$here/.." && pwd); fi
[ -e "$package" ] || fail "パッケージ「$package」がありません。 使いかた: sudo hall/install.sh <フォルダ> --venue <会場id>"
if [ -z "$root" ]; then
  say '必要なものを入れています'
  install_packages
  make_user
fi
say 'キオスクを置いています'
put_app
put_settings
put_profile
put_units
put_data
on_machine switch_on
say 'できました。この会場の設定は /etc/renkei-kiosk/kiosk.conf にあります。'
