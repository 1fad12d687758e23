"""Set-ups and manifests for deployment tools, made of a packaged program for Windows and what app.toml says."""
