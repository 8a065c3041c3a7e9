// Completes what is typed into a search box: the combobox with a list of the WAI-ARIA Authoring
// Practices. Without this script the box is a plain form.
"use strict";

(() => {
  const WAIT_MILLISECONDS = 120;

  function option(suggestion, id) {
    const item = document.createElement("li");
    item.id = id;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.dataset.path = suggestion.path;
    const text = document.createElement("span");
    text.textContent = suggestion.text;
    if (suggestion.textLanguage) {
      text.lang = suggestion.textLanguage;
    }
    const about = document.createElement("small");
    about.append(suggestion.kindName);
    if (suggestion.label !== suggestion.text) {
      const label = document.createElement("span");
      label.textContent = suggestion.label;
      if (suggestion.language) {
        label.lang = suggestion.language;
      }
      about.append(": ", label);
    }
    item.append(text, about);
    return item;
  }

  function complete(input, number) {
    const list = document.createElement("ul");
    list.id = `completions-${number}`;
    list.className = "completions";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "Suggestions");
    const told = document.createElement("span");
    told.className = "unseen";
    told.setAttribute("aria-live", "polite");
    input.after(list, told);
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", list.id);

    let active = -1;
    let timer = 0;
    let asking = new AbortController();

    function choose(index) {
      const options = [...list.children];
      active = index;
      options.forEach((item, at) => item.setAttribute("aria-selected", String(at === index)));
      if (index < 0) {
        input.removeAttribute("aria-activedescendant");
      } else {
        input.setAttribute("aria-activedescendant", options[index].id);
        options[index].scrollIntoView({ block: "nearest" });
      }
    }

    function close() {
      clearTimeout(timer);
      asking.abort();
      list.hidden = true;
      input.setAttribute("aria-expanded", "false");
      told.textContent = "";
      choose(-1);
      list.replaceChildren();
    }

    function show(suggestions) {
      list.replaceChildren(
        ...suggestions.map((suggestion, at) => option(suggestion, `${list.id}-${at}`)));
      list.hidden = suggestions.length === 0;
      input.setAttribute("aria-expanded", String(!list.hidden));
      const count = suggestions.length;
      told.textContent =
        count === 0 ? "No suggestions" : count === 1 ? "1 suggestion" : `${count} suggestions`;
      choose(-1);
    }

    async function ask() {
      asking.abort();
      asking = new AbortController();
      const { signal } = asking;
      const text = input.value.trim();
      if (text === "") {
        close();
        return;
      }
      try {
        const answer = await fetch(`/search/suggest?q=${encodeURIComponent(text)}`, { signal });
        const { suggestions } = answer.ok ? await answer.json() : { suggestions: [] };
        if (!signal.aborted && document.activeElement === input) {
          show(suggestions);
        }
      } catch (failed) {
        // Typed on, or no network: the form works all the same.
        if (!signal.aborted) {
          close();
        }
      }
    }

    function go(item) {
      location.assign(item.dataset.path);
    }

    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(ask, WAIT_MILLISECONDS);
    });
    input.addEventListener("blur", close);
    input.addEventListener("keydown", (event) => {
      // While a syllable is being put together, the keys are the input method's.
      if (event.isComposing) {
        return;
      }
      const count = list.hidden ? 0 : list.children.length;
      if (event.key === "ArrowDown" && count === 0 && input.value.trim() !== "") {
        event.preventDefault();
        ask();
      } else if (event.key === "ArrowDown" && count > 0) {
        event.preventDefault();
        choose(active + 1 < count ? active + 1 : -1);
      } else if (event.key === "ArrowUp" && count > 0) {
        event.preventDefault();
        choose(active < 0 ? count - 1 : active - 1);
      } else if (event.key === "Escape" && count > 0) {
        // The first closes the list; the next empties the box, as browsers do.
        event.preventDefault();
        close();
      } else if (event.key === "Enter" && active >= 0) {
        event.preventDefault();
        go(list.children[active]);
      }
    });
    // Not to lose the focus before the click.
    list.addEventListener("pointerdown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const item = event.target.closest("[role=option]");
      if (item) {
        go(item);
      }
    });
  }

  document.querySelectorAll('form[action="/search"] input[name="q"]').forEach(complete);
})();
