"""A table of the report as a chart: which kind its data ask for, and the picture, whose words are drawn as outlines."""

from donghyang.publish.charts.picture import in_points, picture_of
from donghyang.publish.charts.timeline import Line, timeline

__all__ = ["Line", "in_points", "picture_of", "timeline"]
