#!/usr/bin/env bash
# Installs what the tests need from Debian, and only what is missing: a browser, Chinese fonts and fonts as wide as Arial, LibreOffice to open the
# documents that we write, poppler to look at their pages, PostgreSQL for the store's other half, Node for the tests of the
# panels' scripts.
set -euo pipefail

missing=()
lacks() { ! command -v "$1" >/dev/null 2>&1; }

lacks chromium && lacks chromium-browser && lacks google-chrome && missing+=(chromium)
{ lacks fc-list || [ -z "$(fc-list :lang=zh-cn 2>/dev/null)" ]; } && missing+=(fontconfig fonts-noto-cjk)
# as wide as Arial and Times New Roman, so that a document shows here as it does where those are
{ lacks fc-list || [ -z "$(fc-list 'Liberation Sans' 2>/dev/null)" ]; } && missing+=(fonts-liberation)
lacks soffice && lacks libreoffice && missing+=(libreoffice-writer libreoffice-impress libreoffice-calc)
lacks pdftoppm && missing+=(poppler-utils)
lacks initdb && ! compgen -G "/usr/lib/postgresql/*/bin/initdb" >/dev/null && missing+=(postgresql)

lacks node && missing+=(nodejs)
# two servers behind one address, for `make soak` alone
[ "${1:-}" = soak ] && lacks nginx && [ ! -x /usr/sbin/nginx ] && missing+=(nginx-light)
# the proxy of a JupyterHub comes from npm
[ "${1:-}" = soak ] && lacks npm && missing+=(npm)

# the same engine without windows, which takes half the processor's time in tests; where it cannot be had, chromium serves
lighter=()
lacks chromium-headless-shell && grep -qs '^ID=debian' /etc/os-release && lighter=(chromium-headless-shell)

[ ${#missing[@]} -eq 0 ] && [ ${#lighter[@]} -eq 0 ] && exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if sudo -n true 2>/dev/null; then
    as_root=(sudo -n)
  elif [ ${#missing[@]} -eq 0 ]; then
    exit 0
  else
    echo "The tests need: ${missing[*]}. Install them as root, then run make test again:" >&2
    echo "    sudo apt-get install --no-install-recommends ${missing[*]}" >&2
    exit 1
  fi
fi
if lacks apt-get; then
  echo "The tests need what Debian calls: ${missing[*]}. Install their like with your system's package manager." >&2
  exit 1
fi

export DEBIAN_FRONTEND=noninteractive
install() { "${as_root[@]}" apt-get install -y -qq --no-install-recommends "$@" >/dev/null; }
echo "Installing what the tests need: ${missing[*]} ${lighter[*]}"
"${as_root[@]}" apt-get update -qq || [ ${#missing[@]} -eq 0 ]
[ ${#missing[@]} -eq 0 ] || install "${missing[@]}"
[ ${#lighter[@]} -eq 0 ] || install "${lighter[@]}" || echo "Without ${lighter[*]}: the tests use chromium."
