"""All issues as a site that works from a folder: pages, permalinks, search without a server, feeds; no outside request.

`issue_pages` makes what belongs to one issue, and can run for each in a process of its own; `whole` makes the rest.
"""

from donghyang.publish.site.issues import issue_pages
from donghyang.publish.site.records import Frame, Item, Ordered, SiteIssue, Watch
from donghyang.publish.site.whole import whole

__all__ = ["Frame", "Item", "Ordered", "SiteIssue", "Watch", "issue_pages", "whole"]
