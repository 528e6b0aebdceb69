# docker build -t accountkit . && docker run -p 8866:8866 -v accountkit:/data accountkit
# It prints a link with its token; set ACCOUNTKIT_TOKEN to choose one, ACCOUNTKIT_DB for a database elsewhere.
FROM python:3.13-slim AS build
RUN pip install --no-cache-dir uv
WORKDIR /src
COPY . .
ENV UV_PROJECT_ENVIRONMENT=/opt/accountkit UV_LINK_MODE=copy
RUN uv sync --locked --no-default-groups --no-editable --extra postgresql --python /usr/local/bin/python

FROM python:3.13-slim
# a browser draws the figures of Word, PDF and PowerPoint briefs, with Chinese fonts
RUN apt-get update && apt-get install -y --no-install-recommends chromium fonts-noto-cjk \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --create-home --uid 1000 accountkit && install -d -o accountkit /data
COPY --from=build /opt/accountkit /opt/accountkit
ENV PATH=/opt/accountkit/bin:$PATH ACCOUNTKIT_DB=sqlite:////data/accountkit.sqlite
USER accountkit
WORKDIR /data
VOLUME /data
EXPOSE 8866
HEALTHCHECK CMD python -c "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8866/healthz', timeout=5)"
CMD ["accountkit", "serve", "--host", "0.0.0.0", "--port", "8866", "--no-browser"]
