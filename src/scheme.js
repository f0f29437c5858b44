// Shows the page in the colours that were chosen in this browser, before anything of it is drawn.
// src/scheme.rs writes down what this reads.
try {
  const scheme = localStorage.getItem("csbs-console.scheme");
  if (/^(contrast-)?(light|dark)$/.test(scheme)) {
    document.documentElement.dataset.csbsScheme = scheme;
    // For a page whose stylesheet does not come.
    document.querySelector("meta[name=color-scheme]").content = scheme.replace("contrast-", "");
  }
} catch {
  // Storage is blocked: the page looks as the system is set.
}
