# Not run where Landed is developed; see docs/operating.md. Debian, because the embedded PostgreSQL needs glibc.
FROM node:22-bookworm-slim
ENV NEXT_TELEMETRY_DISABLED=1 LANDED_DATA_DIR=/data
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev --ignore-scripts --no-audit --no-fund
COPY . .
RUN node scripts/buildOnce.mjs \
  && mkdir /data && chown -R node:node /app /data
USER node
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --start-period=30s CMD node -e "fetch('http://127.0.0.1:3000/api/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"
CMD ["node", "scripts/start.mjs"]
