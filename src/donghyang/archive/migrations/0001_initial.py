"""The first tables: issues, articles, what they cite and state, names, terms."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Term",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.PositiveIntegerField(unique=True)),
                ("chinese", models.TextField()),
                ("korean", models.TextField()),
                ("kind", models.CharField(max_length=16)),
                ("note", models.TextField(blank=True)),
                ("source", models.TextField(blank=True)),
            ],
        ),
        migrations.CreateModel(
            name="Entity",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("hanja", models.TextField()),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("hanja",), name="one_entity_a_name")],
            },
        ),
        migrations.CreateModel(
            name="Issue",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("series", models.TextField(blank=True)),
                ("date", models.DateField()),
                ("file", models.TextField()),
                ("digest", models.CharField(max_length=64)),
                ("reader", models.TextField()),
                ("record", models.TextField()),
            ],
            options={
                "indexes": [models.Index(fields=["date"], name="issue_date")],
                "constraints": [models.UniqueConstraint(fields=("series", "date"), name="one_issue_a_day")],
            },
        ),
        migrations.CreateModel(
            name="Article",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.PositiveIntegerField()),
                ("section", models.CharField(max_length=16)),
                ("section_title", models.TextField(blank=True)),
                ("number", models.IntegerField(null=True)),
                ("category", models.TextField(blank=True)),
                ("headline", models.TextField()),
                ("date", models.DateField(null=True)),
                ("text", models.TextField()),
                ("record", models.TextField()),
                (
                    "issue",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="articles",
                        to="archive.issue",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Citation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("address", models.TextField()),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="citations", to="archive.article"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["address"], name="cited_address")],
            },
        ),
        migrations.CreateModel(
            name="Fact",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=16)),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                ("number", models.FloatField(null=True)),
                ("unit", models.TextField(blank=True)),
                ("ledger", models.BooleanField(default=False)),
                ("who", models.TextField(blank=True)),
                ("day", models.CharField(blank=True, max_length=10)),
                ("record", models.TextField()),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="facts", to="archive.article"
                    ),
                ),
                (
                    "entity",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="facts",
                        to="archive.entity",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(condition=models.Q(("ledger", True)), fields=["kind", "day"], name="ledger_day"),
                    models.Index(condition=models.Q(("ledger", True)), fields=["kind", "who"], name="ledger_who"),
                    models.Index(condition=models.Q(("entity__isnull", False)), fields=["entity"], name="fact_entity"),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.UniqueConstraint(fields=("issue", "place"), name="one_article_a_place"),
        ),
    ]
