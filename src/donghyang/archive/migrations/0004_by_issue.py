"""The ledger of some weeks found by an index: the rows of their issues, and no others, are looked at."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("archive", "0003_issued")]

    operations = [
        migrations.AddIndex(
            model_name="fact",
            index=models.Index(condition=models.Q(("ledger", True)), fields=["kind", "issued"], name="ledger_by_issue"),
        ),
    ]
