"""The four seams that every format shares: look at the issue, name what the template gets, take the template, write."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping

from donghyang.publish.images import NO_IMAGES, Image
from donghyang.publish.templating import template_of
from donghyang.publish.theme import HOUSE, Look
from donghyang.publish.view import DraftView, Print, view
from donghyang.records import Issue


class Output(ABC):
    """One format of the printed issue. The issue it is given is not changed."""

    name: str
    """What `publish --to` calls the format, and the file's suffix."""
    template_name: str
    """The file in `templates/`."""

    def render(
        self,
        issue: Issue,
        draft: DraftView | None = None,
        images: Mapping[str, Image] = NO_IMAGES,
        look: Look = HOUSE,
    ) -> bytes:
        """The whole file. Raises CannotProceed when this machine cannot make it, or a picture is not among `images`."""
        printed = view(issue, draft, images, look)
        return self.write(self.template(look), self.prepare(printed), printed)

    @abstractmethod
    def prepare(self, printed: Print) -> Mapping[str, str]:
        """The names that the template may use, each with its text; the template uses all of them and no other."""

    def template(self, look: Look = HOUSE) -> str:
        """The source of the template: the house's, or the newsroom's own."""
        return template_of(self.template_name, look)

    @abstractmethod
    def write(self, template: str, names: Mapping[str, str], printed: Print) -> bytes:
        """The bytes of the file: the template, filled. The same issue gives the same bytes."""
