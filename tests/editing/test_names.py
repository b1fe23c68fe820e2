import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrctl.editing.names import handle_of
from okrctl.models.ids import is_device_name, is_handle


@pytest.mark.parametrize(
    ("name", "email", "handle"),
    [
        ("Ann Lee", "ann.lee@acme.example", "ann"),
        ("王芳", "wangfang@yunfan.example", "王芳"),
        ("王 芳", None, "王芳"),
        ("王芳 (Fang Wang)", None, "王芳"),
        ("Fang Wang 王芳", None, "fang"),
        ("山田 太郎", None, "山田太郎"),
        ("김 철수", None, "김철수"),
        ("Анна Иванова", None, "анна"),
        ("José García", None, "josé"),
        ("Jose\u0301", None, "josé"),
        ("Jean-Luc Picard", None, "jean-luc"),
        ("O'Neil", None, "oneil"),
        ("Dr. Ann Lee", None, "ann"),
        ("J. Smith", None, "smith"),
        ("J.", None, "j"),
        ("@ann", None, "ann"),
        ("Con O'Brien", None, "obrien"),
        ("🚀", "ann.lee+okr@acme.example", "ann.lee"),
        ("", "wang@acme.example", "wang"),
        ("🚀", None, "me"),
        ("🚀", "@@@", "me"),
    ],
)
def test_handles_are_short_and_stay_in_their_script(name: str, email: str | None, handle: str) -> None:
    assert handle_of(name, email) == handle


def test_a_handle_that_is_taken_gets_a_number() -> None:
    assert handle_of("Company Smith", None, frozenset({"company"})) == "company2"
    assert handle_of("Ann", None, frozenset({"ann", "ann2"})) == "ann3"


@given(st.text(), st.none() | st.text())
def test_whatever_the_name_the_handle_is_one(name: str, email: str | None) -> None:
    handle = handle_of(name, email)
    assert is_handle(handle)
    assert not is_device_name(handle)
