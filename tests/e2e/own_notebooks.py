"""Notebooks as a person makes them, for the tests of the pages that serve them."""

from __future__ import annotations

from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

WHOLE = [
    new_markdown_cell(
        "# Growth *beside* margin\n\n| year | margin |\n| --- | --- |\n| 2024 | 2.4 % |\n\n<script>window.ran = 1</script>"
        "<img src='data:image/png;base64,AA==' onerror='window.ran = 1'>"
    ),
    "from accountkit import open_account\naccount = open_account()",
    "print('printed by a cell')",
    "import pandas as pd\npd.DataFrame({'revenue': [12.5, 13.75]}, index=['FY 2024', 'FY 2025'])",
    "from ipywidgets import interact, IntSlider\n"
    "@interact(times=IntSlider(value=2, min=0, max=9, description='times'))\n"
    "def product(times):\n    print(f'{times} times seven is {times * 7}')",
    "import ipywidgets\nout, button = ipywidgets.Output(), ipywidgets.Button(description='Work it out')\n"
    "pressed = []\n"
    "def work(_button):\n"
    "    pressed.append(1)\n"
    "    with out:\n"
    "        print('pressed', len(pressed))\n"
    "        display(pd.DataFrame({'pressed': [len(pressed)]}))\n"
    "button.on_click(work)\nwith out:\n    print('not pressed yet')\nipywidgets.VBox([button, out])",
    "import plotly.graph_objects as go\nfigure = go.FigureWidget(go.Bar(y=[1, 2, 3], name='before'))\n"
    "taller = ipywidgets.Button(description='Taller')\n"
    "def grow(_button):\n"
    "    with figure.batch_update():\n        figure.data[0].y = [1, 2, 3, 4]\n        figure.layout.title.text = 'grown'\n"
    "taller.on_click(grow)\nipywidgets.VBox([taller, figure])",
    "go.Figure(go.Scatter(y=[3, 1, 2]))",
    "import io\nfrom IPython.display import Image, Markdown, HTML\nfrom PIL import Image as Picture\n"
    "data = io.BytesIO()\nPicture.new('RGB', (40, 30), 'red').save(data, 'PNG')\nImage(data.getvalue())",
    "display(Markdown('**told** by a cell'))\nHTML('<b id=bold>bold</b><script>window.ran = 2</script>')",
    "import ipyvue\nfrom traitlets import Int, Unicode\n"
    "class Counter(ipyvue.VueTemplate):\n"
    "    template = Unicode('<template><button class=counter @click=\"n += 1\">counted {{ n }}</button></template>').tag(sync=True)\n"
    "    n = Int(1).tag(sync=True)\nCounter()",
    "import anywidget\nclass Said(anywidget.AnyWidget):\n"
    "    _esm = 'export default { render({ el }) { el.textContent = \"said by a module\"; } };'\nSaid()",
    "account.panel('pest')",
]
ENVIRONMENT = [
    "import os, subprocess\nfrom accountkit import open_account\nprint(dict(os.environ))",
    "print(subprocess.run(['env'], capture_output=True, text=True).stdout)",
    "print(open('/proc/self/environ').read().replace(chr(0), ' '))",
    "account = open_account()\nprint('the account is', account.account.slug)",
    "print(dict(os.environ))",
]
FAILS = ["print('before')", "1 / 0", "print('after')"]


PYTHON = {"name": "python3", "display_name": "Python 3"}


def write(path: Path, cells: list, kernelspec: dict = PYTHON) -> Path:
    """A notebook of these cells; a text is a cell of code."""
    path.parent.mkdir(parents=True, exist_ok=True)
    made = [new_code_cell(cell) if isinstance(cell, str) else cell for cell in cells]
    nbformat.write(new_notebook(cells=made, metadata={"kernelspec": kernelspec}), path)
    return path
