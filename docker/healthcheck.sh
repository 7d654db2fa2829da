#!/usr/bin/env bash
# Healthy = ready to answer. Asks over bash's own sockets, since the base image need not have curl.
set -euo pipefail
exec 3<>"/dev/tcp/127.0.0.1/${QUARKUS_HTTP_PORT:-8080}"
printf 'GET /q/health/ready HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
IFS= read -r -t 4 status <&3
[[ "$status" == *" 200 "* ]]
