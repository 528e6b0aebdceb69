"""The ROE app in Streamlit."""

import plotly.graph_objects as go
import roe
import streamlit as st

points = st.slider("Net margin, points", roe.LEVER["min"], roe.LEVER["max"], roe.LEVER["value"])
st.plotly_chart(go.Figure(roe.figure(points)))
