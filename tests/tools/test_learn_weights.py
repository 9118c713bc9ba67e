"""The weights of the ranking learned from grades."""

from pathlib import Path

from tools.learn_weights import Graded, average_precision, graded, learn, score, table

GUESSES = {"start": -1.0, "subject title": 0.5, "abroad": -0.5, "money": 0.25}
PAGES = [
    Graded("a", {"subject title": 3.0}, 3),
    Graded("b", {"subject title": 2.0, "abroad": 1.0}, 0),
    Graded("c", {"abroad": 1.0}, 0),
    Graded("d", {}, 1),
] * 20


def test_what_the_grades_show_is_learned_and_what_they_do_not_show_stays_guessed() -> None:
    learned = learn(PAGES, GUESSES)
    assert learned["abroad"] < GUESSES["abroad"]
    assert abs(learned["money"] - GUESSES["money"]) < 0.01
    assert score(learned, PAGES[0].values) > 0 > score(learned, PAGES[2].values)


def test_average_precision_of_pages_in_order() -> None:
    assert average_precision(GUESSES, PAGES[:4]) == 1.0
    assert average_precision(GUESSES, [Graded("b", {"subject title": 4.0}, 0), PAGES[0]]) == 0.5
    assert average_precision(GUESSES, PAGES[1:4]) == 0.0


def test_the_table_keeps_its_comments_and_guesses() -> None:
    text = "# why\nstart\t-1.00\t-1.00\nabroad\t-0.50\t-0.50\nstory told\t-2.50\t-2.50\n"
    assert table(text, {"start": -1.23, "abroad": -2.0}) == (
        "# why\nstart\t-1.25\t-1.00\nabroad\t-2.00\t-0.50\nstory told\t-2.50\t-2.50\n"
    )


def test_a_graded_week_is_a_folder_with_its_grades(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("DATE: 2024-03-01\nTITLE: 量子芯片研制成功\n\n东岭大学研制出量子芯片。\n", "utf-8")
    (tmp_path / "grades.tsv").write_text("a.txt\t3\n", "utf-8")
    (page,) = graded(tmp_path)
    assert (page.name, page.grade) == ("a.txt", 3)
    assert page.values["subject title"] > 0
