"""The ledger in the order of its issues: every row of it says the day of its issue, those that are there as well."""

from typing import Any

from django.db import migrations, models


def fill(apps: Any, editor: Any) -> None:
    """Say the day of its issue in every row of the ledger."""
    fact, article = (apps.get_model("archive", name) for name in ("Fact", "Article"))
    alias = editor.connection.alias
    day = article.objects.using(alias).filter(pk=models.OuterRef("article")).values("issue__date")[:1]
    fact.objects.using(alias).filter(ledger=True).update(issued=models.Subquery(day))


class Migration(migrations.Migration):
    dependencies = [("archive", "0002_pages")]

    operations = [
        migrations.RemoveIndex(model_name="fact", name="ledger_day"),
        migrations.RemoveIndex(model_name="fact", name="ledger_who"),
        migrations.AddField(model_name="fact", name="issued", field=models.DateField(null=True)),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name="fact",
            index=models.Index(
                condition=models.Q(("ledger", True)), fields=["kind", "day", "issued"], name="ledger_by_day"
            ),
        ),
        migrations.AddIndex(
            model_name="fact",
            index=models.Index(
                condition=models.Q(("ledger", True)), fields=["kind", "who", "day", "issued"], name="ledger_by_who"
            ),
        ),
    ]
