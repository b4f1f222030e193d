"""Chinese: signs without spaces; a single sign counts where it is a word of its own."""

from hexapla.terms.recipe import Recipe

RECIPE = Recipe(dictionary="zh", spaceless=True)
