(function () {
  var codes = document.querySelectorAll("details.code"), shut = [];
  if (codes.length) {
    var button = document.createElement("button");
    var set = function (open) {
      codes.forEach(function (one) { one.open = open; });
      button.setAttribute("aria-pressed", open);
      button.textContent = (open ? "Fold" : "Show") + " all code (Alt+C)";
    };
    button.type = "button";
    button.onclick = function () { set(button.getAttribute("aria-pressed") !== "true"); };
    document.addEventListener("keydown", function (event) {
      if (event.altKey && event.code === "KeyC") { event.preventDefault(); button.onclick(); }
    });
    set(false);
    document.querySelector("header").appendChild(button);
  }
  if (document.body.classList.contains("teachers")) {
    window.onbeforeprint = function () {
      shut = Array.from(document.querySelectorAll("details:not(.code):not([open])"));
      shut.forEach(function (one) { one.open = true; });
    };
    window.onafterprint = function () {
      shut.forEach(function (one) { one.open = false; });
    };
  }
})();
