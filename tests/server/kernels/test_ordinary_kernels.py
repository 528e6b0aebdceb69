"""Where kernels cannot be forked, or somebody does not want it, they are started as ever."""

import logging
from types import SimpleNamespace

import pytest
from traitlets.config import Config

from accountkit.i18n import use_language
from accountkit.server import kernels
from accountkit.server.kernels.template import MOST_FAILURES

UNTOUCHED = object()


@pytest.fixture
def app():
    """As much of a Voilà application as `install` touches."""
    configuration = SimpleNamespace(kernel_spec_manager_class=UNTOUCHED)
    return SimpleNamespace(voila_configuration=configuration, config=Config(), log=logging.getLogger("voila"))


def assert_ordinary(app, installed) -> None:
    assert installed is None
    assert app.voila_configuration.kernel_spec_manager_class is UNTOUCHED
    assert app.config == Config()


def test_ordinary_kernels_by_choice_change_nothing_and_log_nothing(app, caplog):
    assert_ordinary(app, kernels.install(app, "ordinary"))
    assert not caplog.records


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_on_another_system_kernels_are_ordinary_with_one_line_in_the_log(app, caplog, monkeypatch, system):
    monkeypatch.setattr("sys.platform", system)
    assert_ordinary(app, kernels.install(app, "forked"))
    assert [system in record.getMessage() for record in caplog.records] == [True]


def test_without_process_descriptors_kernels_are_ordinary(app, caplog, monkeypatch):
    def refuse(pid: int) -> int:
        raise OSError(38, "Function not implemented")

    monkeypatch.setattr("os.pidfd_open", refuse, raising=False)
    assert_ordinary(app, kernels.install(app, "forked"))
    assert "Function not implemented" in caplog.text


def test_without_the_installed_entry_point_kernels_are_ordinary(app, caplog, monkeypatch):
    monkeypatch.setattr(kernels, "entry_points", lambda **_wanted: ())
    assert_ordinary(app, kernels.install(app, "forked"))
    assert "entry points" in caplog.text


def test_the_reason_is_given_in_chinese_too(app, caplog, monkeypatch):
    monkeypatch.setattr("sys.platform", "win32")
    with use_language("zh_CN"):
        kernels.install(app, "forked")
    assert "Linux" in caplog.text
    assert "forking" not in caplog.text


def test_an_unknown_mode_is_refused(app):
    with pytest.raises(ValueError, match="'warm'"):
        kernels.install(app, "warm")


def test_where_the_template_process_keeps_failing_a_kernel_is_started_all_the_same(
    open_viewer, template, monkeypatch, caplog
):
    monkeypatch.setattr(template, "control", None)
    monkeypatch.setattr(template, "failures", MOST_FAILURES)
    viewer = open_viewer()
    assert viewer.run("import os; print(os.getppid())") != f"{template.pid}\n"
    assert "without the template process" in caplog.text


def test_only_the_python_kernelspec_is_redirected(template):
    from accountkit.server.kernels.specs import ForkedKernelSpecs

    specs = ForkedKernelSpecs(template=template)
    assert specs.get_kernel_spec("python3").metadata["kernel_provisioner"] == {
        "provisioner_name": "accountkit-forked"
    }
    assert "kernel_provisioner" not in type(specs).__mro__[1]().get_kernel_spec("python3").metadata
