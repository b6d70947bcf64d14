"""The development server: watch, rebuild, reload, and show in the page what is wrong."""
