from importlib import metadata

from viewer import doctor, inside


def test_each_part_has_a_version_and_a_licence():
    parts = inside.parts()
    assert all(part.name and part.version and part.licence for part in parts)
    names = [part.name for part in parts]
    assert len(names) == len(set(names))
    wanted = {
        "Python",
        "Qt",
        "FFmpeg, in PyAV",
        "PySide6-Essentials",
        "av",
        "pydantic-core",
        "ftfy",
    }
    assert wanted <= set(names)


def test_what_a_package_says_is_what_is_reported():
    reported = {part.name: part for part in inside.parts()}
    assert reported["pydantic-core"].version == metadata.version("pydantic-core")
    assert "MIT" in reported["pydantic-core"].licence
    assert "LGPL" in reported["Qt"].licence
    assert "GPL" in reported["FFmpeg, in PyAV"].licence


def test_what_is_needed_by_what_is_needed_is_there_too():
    assert "typing-extensions" in {part.name for part in inside.parts()}  # by pydantic-core


def test_it_is_found_out_in_a_process_of_its_own():
    parts = doctor.check("inside")["parts"]
    assert {"name": "Python"}.items() <= parts[0].items()
