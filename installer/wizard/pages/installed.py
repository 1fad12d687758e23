"""What the pages about an installed application have in common."""

from __future__ import annotations

from installer.wizard.assessment import Brand
from installer.wizard.pages.page import Page
from installer.wizard.views import Action


class InstalledPage(Page):
    """A page about an installed application.

    Attributes:
        brand: of the application.
    """

    def __init__(self, brand: Brand) -> None:
        super().__init__()
        self.brand = brand

    def set_brand(self, brand: Brand) -> None:
        """Show another application, or what has become known of it."""
        self.brand = brand

    @property
    def help_link(self) -> tuple[Action, ...]:
        """The link to the application's help, where there is one."""
        return (Action.HELP,) if self.brand.help_url or self.brand.url else ()
