"""Artifacts -> the site's folder: no reader ever finds half a file, and nobody loses one of their own."""
