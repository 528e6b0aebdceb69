"""Widgets work in a forked kernel as in a fresh one, those that imports make included."""

import pytest

PROTOCOL = {"version": "1.0.0"}  # of the control comm
BUTTON = """
import ipyvue
button = ipyvue.Html(tag="button", children=["Save"])
clicks = []
button.on_event("click", lambda widget, event, data: clicks.append(data))
print(button.model_id)
"""


@pytest.fixture
def viewer(open_viewer):
    return open_viewer()


def answers(viewer, kind: str, **content) -> list[dict]:
    """The comm messages that a kernel publishes in answer to one message of a browser."""

    async def exchange() -> list[dict]:
        message = viewer.client.session.msg(kind, content, metadata=PROTOCOL)
        viewer.client.shell_channel.send(message)
        heard = []
        while not heard or heard[-1]["content"].get("execution_state") != "idle":
            answer = await viewer.client.get_iopub_msg(timeout=60)
            if answer["parent_header"].get("msg_id") == message["header"]["msg_id"]:
                heard.append(answer)
        return [answer for answer in heard if answer["msg_type"].startswith("comm_")]

    return viewer.runner.run(exchange())


def states(viewer) -> dict[str, dict]:
    """All widgets, asked for over the control comm as a page does when it opens: model id → state."""
    opened = answers(viewer, "comm_open", comm_id="page", target_name="jupyter.widget.control", data={})
    assert not opened  # a kernel that does not know the target closes the comm
    (answer,) = answers(viewer, "comm_msg", comm_id="page", data={"method": "request_states"})
    return answer["content"]["data"]["states"]


def test_a_page_learns_the_widgets_that_imports_made(viewer):
    models = {state["model_name"] for state in states(viewer).values()}
    assert "ForceLoadModel" in models


def test_every_widget_is_known_once_and_by_its_comm(viewer):
    comms = viewer.run("import comm; print(*comm.get_comm_manager().comms)").split()
    assert sorted(states(viewer)) == sorted(comms)


def test_widgets_of_two_kernels_have_different_ids(open_viewer):
    one, other = states(open_viewer()), states(open_viewer())
    assert one and other
    assert not set(one) & set(other)


def test_opening_a_widget_is_published(viewer):
    messages = answers(viewer, "execute_request", code=BUTTON, silent=False, store_history=False)
    opened = [m["content"]["data"]["state"] for m in messages if m["msg_type"] == "comm_open"]
    assert "HtmlModel" in [state["_model_name"] for state in opened]


def test_a_click_in_the_browser_reaches_python(viewer):
    button = viewer.run(BUTTON).strip()
    event = {"method": "custom", "content": {"event": "click", "data": {"x": 1}}}
    answers(viewer, "comm_msg", comm_id=button, data=event)
    assert viewer.run("print(clicks)") == "[{'x': 1}]\n"


def test_a_changed_value_is_sent_to_the_browser_once(viewer):
    viewer.run("import ipywidgets; slider = ipywidgets.IntSlider()")
    messages = answers(viewer, "execute_request", code="slider.value = 7", silent=False, store_history=False)
    assert [m["content"]["data"]["state"] for m in messages] == [{"value": 7}]


def test_a_value_moved_in_the_browser_reaches_python(viewer):
    slider = viewer.run("import ipywidgets; slider = ipywidgets.IntSlider(); print(slider.model_id)").strip()
    update = {"method": "update", "state": {"value": 9}, "buffer_paths": []}
    answers(viewer, "comm_msg", comm_id=slider, data=update)
    assert viewer.run("print(slider.value)") == "9\n"


def test_a_figure_view_of_anywidget_opens(viewer):
    code = "import anywidget, traitlets\nclass V(anywidget.AnyWidget):\n    _esm = 'export default {}'\nview = V()"
    messages = answers(viewer, "execute_request", code=code, silent=False, store_history=False)
    assert [m["content"]["data"]["state"]["_model_name"] for m in messages if m["msg_type"] == "comm_open"][
        -1
    ] == ("AnyModel")
