// Shows the buttons that copy what stands in the element they name: <button hidden data-copy="id">.
// Without a script, or where the browser has no clipboard, they stay hidden.
if (navigator.clipboard) {
  for (const button of document.querySelectorAll("button[data-copy]")) {
    const text = document.getElementById(button.dataset.copy);
    const word = button.firstChild;
    const before = word.data;
    button.hidden = false;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(text.textContent);
        word.data = "Copied";
      } catch {
        // The browser doesn't allow it: the text is selected, to be copied by hand.
        getSelection().selectAllChildren(text);
        word.data = "Selected";
      }
      setTimeout(() => { word.data = before; }, 2000);
    });
  }
}
