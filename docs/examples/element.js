/**
 * A portal with two elements `<csbs-console>`: all that they take and tell, in one file to copy from.
 * docs/embedding.md explains it.
 */

const web = document.querySelector("#web");
const data = document.querySelector("#data");
const log = document.querySelector("#log");

web.prefill = { name: "web", description: "Started from the example portal" };
data.brand = { name: "Data team", border_radius: 12 };
data.servers = ["0f1a7c1e-1f0d-4d5e-9c1b-5f3a0a7c9e11"];

// The events bubble, so one listener hears all consoles of the page. What is in them comes from the
// service in part: it is shown as text.
for (const type of ["ready", "state", "started", "finished", "failed", "needs-sign-in"]) {
  document.addEventListener(`csbs-${type}`, ({ target, detail }) => {
    const line = document.createElement("p");
    line.textContent = `${target.id} ${type} ${JSON.stringify(detail)}`;
    log.append(line);
    log.scrollTop = log.scrollHeight;
  });
}

const looks = document.querySelector("#looks");
looks.addEventListener("change", () => {
  for (const console of [web, data]) {
    console.language = looks.elements.language.value;
    console.scheme = looks.elements.scheme.value;
  }
});
