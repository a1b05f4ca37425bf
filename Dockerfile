# syntax=docker/dockerfile:1
# docker build -t juliu . && docker run -p 8080:8080 -v juliu-data:/app/data juliu
# The container's arguments are Juliu's: docker run --rm juliu ask 学生居留能网上申请吗
# It writes to /app/data and /tmp alone, so that it runs with --read-only --tmpfs /tmp, too. /app/knowledge and /app/config
# hold the copies that came with it; folders mounted there take their place. compose.yml puts all of that together.

FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /build
# the font of the pictures comes from npm
RUN apt-get update -q && apt-get install -y -q --no-install-recommends nodejs npm && rm -rf /var/lib/apt/lists/*
COPY pom.xml ./
COPY config config
COPY model model
COPY src/main src/main
RUN --mount=type=cache,target=/root/.m2 mvn -B -ntp package -DskipTests
RUN java -Djarmode=tools -jar target/juliu.jar extract --layers --destination layers

# Ubuntu with a JRE: it has bash, but neither curl nor wget, so bash's /dev/tcp speaks HTTP below.
FROM eclipse-temurin:25-jre-noble
SHELL ["/bin/bash", "-euo", "pipefail", "-c"]
# Java reads Chinese arguments only in a UTF-8 locale.
ENV LC_ALL=C.UTF-8 LANG=C.UTF-8
WORKDIR /app
RUN groupadd --system --gid 10001 juliu \
    && useradd --system --uid 10001 --gid juliu --no-create-home --home-dir /app juliu \
    && install -d -o juliu -g juliu data
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
COPY LICENSE NOTICE ./
COPY config config
COPY knowledge knowledge

# the one command of the image, for docker exec as well: the same flags, or Java drops the cache made below
RUN printf '%s\n' '#!/bin/bash' 'cd /app && exec java @java.args -XX:AOTCache=juliu.aot -jar juliu.jar "$@"' \
        > /usr/local/bin/juliu \
    && chmod 755 /usr/local/bin/juliu

# Java drops an AOT cache in silence when the jars' times, the JVM or its flags differ. So the training run (start, answer,
# stop) is made here, by the JVM and from the files that will run, with the flags from one file. The question at the end
# proves it: with AOTMode=on a cache that cannot be used is an error.
RUN echo "-XX:+UseSerialGC -XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError" > java.args \
    && request() { exec 3<>/dev/tcp/127.0.0.1/8080 && printf "$@" >&3 && head -n 1 <&3 | grep -F ' 200'; } \
    && question='{"question": "学生居留能网上申请吗"}' \
    && { JULIU_DATA=/tmp/training java @java.args -XX:AOTCacheOutput=juliu.aot -jar juliu.jar & juliu=$!; } \
    && for second in {1..60}; do \
           sleep 1; (request 'GET /actuator/health HTTP/1.0\r\n\r\n') 2> /dev/null && break; \
       done \
    && (request 'POST /api/ask HTTP/1.0\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s' \
           "$(printf %s "$question" | wc -c)" "$question") \
    && kill "$juliu" && { wait "$juliu" || true; } \
    && JULIU_DATA=/tmp/training java @java.args -XX:AOTCache=juliu.aot -XX:AOTMode=on -jar juliu.jar ask 学生居留能网上申请吗 \
    && rm -rf /tmp/training

USER juliu
VOLUME /app/data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --start-interval=2s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${SERVER_PORT:-8080} && printf 'GET /actuator/health HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -qF ' 200'"]
ENTRYPOINT ["juliu"]
