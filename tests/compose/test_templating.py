"""The sandbox: what a template cannot do, and errors with its file and line."""

import pytest

from briefgen.compose.templates import template_info, template_infos
from briefgen.compose.templating import render_template
from briefgen.errors import TemplateError
from briefgen.i18n.catalogs import document


@pytest.fixture
def template(tmp_path, monkeypatch):
    """A function that installs the body of the user's template ``mine`` and renders it."""
    monkeypatch.setenv("BRIEFGEN_HOME", str(tmp_path))
    folder = tmp_path / "templates" / "mine"
    folder.mkdir(parents=True)

    def render(body, seconds=10.0, **context):
        (folder / "body.html.j2").write_text(body, encoding="utf-8")
        return render_template("mine", document("fr"), context, seconds)

    return render


def test_values_are_escaped(template):
    assert template("{{ x }}", x="<b>") == "&lt;b&gt;"


def test_words_are_translated(template):
    assert template('{{ _("Key points") }}') == "À retenir"


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("\n{{ x.__class__ }}", "mine/body.html.j2:2"),
        ("{{ x|safe }}", "No filter named 'safe'"),
        ("{% autoescape false %}{{ x }}{% endautoescape %}", "`autoescape` cannot be changed"),
        ("\n\n{{ missing }}", "mine/body.html.j2:3: 'missing' is undefined"),
        ("{{ 'a' * 1000000000 }}", "small numbers only"),
        ("{{ 9 ** 9999999 }}", "small numbers only"),
        ("{{ x.format(1) }}", "unsafe"),
        ("{% include '../../etc/passwd' %}", "not in the template folders"),
        ("{% if %}", "mine/body.html.j2:1"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "calls itself without end"),
    ],
)
def test_errors_name_the_line(template, body, problem):
    with pytest.raises(TemplateError) as error:
        template(body, x="y")
    assert problem in str(error.value)


def test_loops_end_in_time(template):
    loops = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
    with pytest.raises(TemplateError, match="longer than"):
        template(loops, seconds=0.2)


def test_output_has_a_limit(template):
    with pytest.raises(TemplateError, match="more than"):
        template("{% for a in range(9000) %}{{ x }}{% endfor %}", x="y" * 1000)


def test_the_users_template_is_listed_before_the_shipped_ones(template):
    template("x")
    assert {"mine", "note", "digest"} <= {info.id for info in template_infos()}
    assert template_info("mine").title == {"en": "mine"}
    assert template_info("note").title["fr"] == "Note de synthèse"
