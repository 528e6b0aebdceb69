"""One viewer's kernel sees nothing of another's, and each has what a process of its own would have."""

import os
from pathlib import Path

from tests.server.kernels.processes import alive, wait_until


def descriptors(pid: int) -> set[str]:
    """What a process holds open, except files and terminals."""
    return {
        target
        for entry in Path(f"/proc/{pid}/fd").iterdir()
        if (target := os.readlink(entry)).startswith(("socket:", "pipe:", "anon_inode:[pidfd]"))
    }


def test_both_kernels_are_forked_from_the_template_process(open_viewer, template):
    parents = [viewer.run("import os; print(os.getppid())") for viewer in (open_viewer(), open_viewer())]
    assert parents == [f"{template.pid}\n"] * 2


def test_variables_of_one_viewer_are_unknown_to_another(open_viewer):
    one, other = open_viewer(), open_viewer()
    one.run("secret = 42")
    assert other.run("print('secret' in globals())") == "False\n"


def test_a_module_changed_by_one_viewer_is_unchanged_for_later_ones(open_viewer):
    open_viewer().run("import pandas; pandas.spoiled = True")
    assert open_viewer().run("import pandas; print(hasattr(pandas, 'spoiled'))") == "False\n"


def test_a_kernel_holds_no_descriptor_of_another_one_or_of_the_template(open_viewer, template):
    one, other = open_viewer(), open_viewer()
    inherited = {os.readlink(f"/proc/self/fd/{n}") for n in (0, 1, 2)}
    assert not (descriptors(one.pid) & descriptors(other.pid)) - inherited
    assert not (descriptors(other.pid) & descriptors(template.pid)) - inherited
    assert "anon_inode:[pidfd]" not in descriptors(other.pid)


def test_environment_is_the_one_of_the_request_and_nothing_else(open_viewer):
    one = open_viewer(QUERY_STRING="account=new-oriental")
    other = open_viewer(ACCOUNTKIT_USER="li.wei")
    show = "import os; print(os.environ.get('QUERY_STRING'), os.environ.get('ACCOUNTKIT_USER'))"
    assert one.run(show) == "account=new-oriental None\n"
    assert other.run(show) == "None li.wei\n"


def test_variables_that_only_the_template_process_needs_stay_there(open_viewer):
    """A child that starts numpy in a process of its own should have all its threads again."""
    assert "OPENBLAS_NUM_THREADS" not in os.environ
    assert open_viewer().run("import os; print(os.environ.get('OPENBLAS_NUM_THREADS'))") == "None\n"


def test_what_a_kernel_starts_sees_the_environment_of_the_request(open_viewer):
    viewer = open_viewer(ACCOUNTKIT_LANG="zh_CN")
    assert viewer.run("import subprocess; print(subprocess.getoutput('echo $ACCOUNTKIT_LANG'))") == "zh_CN\n"


def test_time_zone_is_the_one_of_the_request(open_viewer):
    assert open_viewer(TZ="Asia/Shanghai").run("import time; print(time.strftime('%z'))") == "+0800\n"


def test_directory_is_the_one_of_the_request_and_is_searched_for_modules(open_viewer, tmp_path):
    here = tmp_path / "workbook"
    here.mkdir()
    (here / "beside.py").write_text("name = 'beside the notebook'")
    assert open_viewer(cwd=here).run("import beside, os; print(os.getcwd(), beside.name)") == (
        f"{here} beside the notebook\n"
    )


def test_random_numbers_differ_between_kernels(open_viewer):
    draw = (
        "import random, numpy, uuid, secrets, tempfile\n"
        "print(random.random(), numpy.random.rand(), numpy.random.default_rng().random(),"
        " uuid.uuid4(), secrets.token_hex(), next(tempfile._get_candidate_names()))"
    )
    one, other = (viewer.run(draw).split() for viewer in (open_viewer(), open_viewer()))
    assert len(one) == 6
    assert not set(one) & set(other)


def test_session_and_key_differ_between_kernels(open_viewer):
    show = "s = get_ipython().kernel.session; print(s.session, s.key.decode())"
    one, other = (viewer.run(show).split() for viewer in (open_viewer(), open_viewer()))
    assert len(one) == 2
    assert not set(one) & set(other)


def test_a_kernel_does_not_take_the_key_of_another(open_viewer):
    one, other = open_viewer(), open_viewer()
    one.client.session.key, key = other.client.session.key, one.client.session.key
    one.client.execute("open('forged', 'w')")
    one.client.session.key = key
    assert one.run("import os; print(os.path.exists('forged'))") == "False\n"


def test_a_kernel_leads_a_process_group_that_ends_with_it(open_viewer, runner):
    viewer = open_viewer()
    started = int(viewer.run("import subprocess; print(subprocess.Popen(['sleep', '600']).pid)"))
    assert os.getpgid(started) == viewer.pid
    assert os.getsid(viewer.pid) != os.getsid(0)
    runner.run(viewer.kernel.provisioner.kill())
    assert wait_until(lambda: not alive(viewer.pid) and not alive(started), runner)


def test_sockets_of_a_kernel_are_in_the_directory_of_its_connection_file(open_viewer, tmp_path):
    viewer = open_viewer()
    assert viewer.kernel.transport == "ipc"
    assert len(list(tmp_path.glob("kernel-0-ipc-*"))) == 5


def test_a_kernel_whose_directory_has_too_long_a_name_for_a_socket_answers_all_the_same(
    open_viewer, tmp_path, monkeypatch
):
    monkeypatch.setattr("accountkit.server.kernels.connections.LONGEST_SOCKET_PATH", 10)
    viewer = open_viewer()
    assert viewer.kernel.transport == "tcp"
    assert viewer.run("print('here')") == "here\n"
