# Build from the root of the repository: docker build -f deploy/images/migrate.Dockerfile .
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
COPY apps/salient-cli apps/salient-cli
RUN npx nx build salient-cli --skip-nx-cache

FROM node:${NODE_TAG}
ARG VERSION=0.0.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="salient/migrate" \
      org.opencontainers.image.description="The salient command: migrations and operator's tasks" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
ENV NODE_ENV=production
WORKDIR /app
# Owned by root: the process can read its own code and change none of it.
COPY --from=build /workspace/dist/apps/salient-cli ./
USER 1000:1000
# A command that ends: its exit code is its health.
HEALTHCHECK NONE
ENTRYPOINT ["node", "--enable-source-maps", "main.js"]
CMD ["migrate"]
