"""The languages that the wizard speaks. Each has its catalogue in this folder."""

LANGUAGES = ("de", "en", "es", "fr", "ja", "ko", "pt_BR", "zh_CN")
