"""Pages, the stories that they tell, prints, and what editors decided."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("archive", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Decision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField(null=True)),
                ("place", models.PositiveIntegerField()),
                ("action", models.CharField(max_length=16)),
                ("subject", models.TextField()),
                ("record", models.TextField()),
            ],
            options={
                "indexes": [models.Index(fields=["day"], name="decision_day")],
            },
        ),
        migrations.CreateModel(
            name="Page",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.TextField()),
                ("digest", models.CharField(max_length=64)),
                ("reader", models.TextField()),
                ("address", models.TextField(blank=True)),
                ("title", models.TextField(blank=True)),
                ("date", models.DateField(null=True)),
                ("text", models.TextField(blank=True)),
                ("reason", models.TextField(blank=True)),
                ("record", models.TextField(blank=True)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["address"], name="page_address"),
                    models.Index(fields=["date"], name="page_date"),
                ],
                "constraints": [models.UniqueConstraint(fields=("name",), name="one_page_a_name")],
            },
        ),
        migrations.CreateModel(
            name="Publication",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField()),
                ("file", models.TextField()),
                ("digest", models.CharField(max_length=64)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("day", "file"), name="one_print_a_file")],
            },
        ),
        migrations.CreateModel(
            name="SideFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("path", models.TextField()),
                ("digest", models.CharField(max_length=64)),
                ("reader", models.TextField()),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("path",), name="one_side_file_a_path")],
            },
        ),
        migrations.CreateModel(
            name="Story",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField()),
                ("place", models.PositiveIntegerField()),
                ("name", models.TextField()),
                ("title", models.TextField()),
                ("date", models.DateField(null=True)),
                ("section", models.CharField(blank=True, max_length=16)),
                ("record", models.TextField()),
            ],
            options={
                "indexes": [models.Index(fields=["name"], name="story_name")],
                "constraints": [models.UniqueConstraint(fields=("day", "place"), name="one_story_a_place")],
            },
        ),
        migrations.CreateModel(
            name="StoryPage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("page", models.TextField()),
                (
                    "story",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="pages", to="archive.story"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["page"], name="story_page")],
            },
        ),
    ]
