settings = {}
try:
    settings['port']
except KeyError:
    port = settings.zzz
