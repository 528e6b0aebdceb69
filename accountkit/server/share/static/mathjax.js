// Voilà's script asks for a typesetter of formulas when it starts. Our pages show none, and MathJax would come from a
// public host: this takes its place and does nothing.
window.MathJax = { Ajax: {}, InputJax: { TeX: { resetEquationNumbers() {} } },
  Hub: { Config() {}, Configured() {}, Queue() {}, Register: { StartupHook() {} } } };
