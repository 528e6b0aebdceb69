// plotly.js with the kinds of traces that accountkit's figures are made of: a quarter of the whole. `kinds` tells FigureView
// which; for a figure with others it loads the whole.
import Plotly from "plotly.js/lib/core";
import bar from "plotly.js/lib/bar";
import scatterpolar from "plotly.js/lib/scatterpolar";

const added = [bar, scatterpolar];
Plotly.register(added);
Plotly.kinds = ["scatter", ...added.map((trace) => trace.name)];
export default Plotly;
