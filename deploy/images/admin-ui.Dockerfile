# Build from the root of the repository: docker build -f deploy/images/admin-ui.Dockerfile .
ARG NODE_TAG=24.21.0-bookworm-slim

FROM node:${NODE_TAG} AS build
WORKDIR /workspace
COPY package.json package-lock.json .npmrc ./
# No install script runs: what the bundler needs comes ready-made, and a package cannot act on the build machine.
RUN --mount=type=cache,target=/root/.npm npm ci --ignore-scripts
COPY nx.json tsconfig.base.json ./
COPY tools/build tools/build
COPY libs libs
# This app and no other: a bundle that needed another one would not build.
COPY apps/admin-ui apps/admin-ui
RUN npx nx build admin-ui --skip-nx-cache

FROM node:${NODE_TAG}
ARG VERSION=0.0.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="salient/admin-ui" \
      org.opencontainers.image.description="Salient's interface for admins" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
ENV NODE_ENV=production
WORKDIR /app
# Owned by root: the process can read its own code and change none of it.
COPY --from=build /workspace/dist/apps/admin-ui ./
USER 1000:1000
EXPOSE 8002
HEALTHCHECK --interval=15s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 8002}/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "--enable-source-maps", "main.js"]
