/* Reading tools. The page is whole without them: they hide what is not being read, set two languages side by
   side, mark the sentence that is being spoken, and change text size and colours. No network, no libraries. */
"use strict";

(function () {
  const root = document.documentElement;
  const all = (selector, within) => Array.from((within || document).querySelectorAll(selector));
  const SIZES = [100, 125, 150, 175, 200];

  /* Settings outlive the page where the browser lets them. */
  const settings = {
    get(name) {
      try {
        return window.localStorage.getItem("plainleaf-" + name);
      } catch (error) {
        return null; // storage is closed to pages opened from a disk in some browsers
      }
    },
    set(name, value) {
      try {
        window.localStorage.setItem("plainleaf-" + name, value);
      } catch (error) {
        return; // then the setting lasts as long as the page
      }
    },
  };

  /* Sound: one player at a time; its sentence is marked, and the same sentence in the language beside it. */
  const players = all("audio");
  let speed = 1;
  let readingOn = false;

  function follow(audio) {
    const part = audio.closest(".part");
    const sentences = all("[data-start]", part).map((element) => ({
      element,
      start: Number(element.dataset.start),
      end: Number(element.dataset.end),
    }));
    let current = null;

    function mark(element) {
      if (element === current) return;
      all(".speaking, .speaking-too").forEach((old) => old.classList.remove("speaking", "speaking-too"));
      current = element;
      if (!element) return;
      element.classList.add("speaking");
      const beside = part.nextElementSibling;
      if (beside && beside.classList.contains("guest")) {
        all("[data-segment]", beside)
          .filter((other) => other.dataset.segment === element.dataset.segment)
          .forEach((other) => other.classList.add("speaking-too"));
      }
      const box = element.getBoundingClientRect();
      if (box.top < 0 || box.bottom > window.innerHeight) {
        const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
        element.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
      }
    }

    audio.addEventListener("play", () => {
      players.filter((other) => other !== audio).forEach((other) => other.pause());
      audio.playbackRate = speed;
    });
    audio.addEventListener("timeupdate", () => {
      const now = audio.currentTime;
      const found = audio.paused ? null : sentences.find((one) => one.start <= now && now < one.end);
      mark(found ? found.element : null);
    });
    audio.addEventListener("pause", () => {
      mark(null);
      if (!audio.ended) tellListening(false);
    });
    audio.addEventListener("ended", () => {
      mark(null);
      const next = readingOn ? followingPlayer(audio) : null;
      if (next) next.play();
      else tellListening(false);
    });
  }

  function ownPlayers(article) {
    return all(".part:not(.guest) audio", article);
  }

  function followingPlayer(audio) {
    const list = ownPlayers(audio.closest("article"));
    return list[list.indexOf(audio) + 1] || null;
  }

  function tellListening(on) {
    readingOn = on;
    all('[data-do="listen"]').forEach((button) => {
      button.dataset.words = button.dataset.words || button.textContent;
      button.textContent = on ? button.dataset.other : button.dataset.words;
    });
  }

  players.forEach(follow);

  /* Languages: one edition is shown; the address names it, and the one beside it: #es or #es+en. */
  const articles = all("article.edition");

  let shown = null;

  /* What the address asks for. A place inside what is shown changes neither language. */
  function addressed() {
    const [name, other] = window.location.hash.slice(1).split("+");
    const target = name ? document.getElementById(name) : null;
    const within = target && target.closest("article.edition");
    if (shown && (!within || (within === shown.article && target !== within))) return { ...shown, target };
    const article = within || articles[0];
    const beside = articles.find((one) => one.id === other && one !== article) || null;
    return { article, beside, target: target === article ? null : target };
  }

  function sendGuestsHome() {
    all(".guest").forEach((part) => {
      part.classList.remove("guest");
      document.getElementById(part.dataset.home).querySelector("[data-parts]").append(part);
    });
    all(".paired").forEach((parts) => parts.classList.remove("paired"));
  }

  function pair(article, beside) {
    const hosts = all(".part", article);
    const guests = all(".part", beside);
    article.querySelector("[data-parts]").classList.add("paired");
    let last = hosts[0];
    guests.forEach((guest) => {
      guest.dataset.home = beside.id;
      guest.classList.add("guest");
      /* A part that only one of the two editions has stands by itself. */
      const host = hosts.find((one) => one.dataset.part === guest.dataset.part) || last;
      host.after(guest);
      last = guest;
    });
  }

  function show() {
    const { article, beside, target } = addressed();
    const before = shown;
    if (before && before.article === article && before.beside === beside) return;
    shown = { article, beside };
    players.forEach((audio) => audio.pause());
    sendGuestsHome();
    articles.forEach((one) => {
      one.hidden = one !== article;
    });
    if (beside) pair(article, beside);
    all('[data-do="beside"]', article).forEach((select) => {
      select.value = beside ? beside.id : "";
    });
    all("[data-language]").forEach((link) => {
      if (link.hash === "#" + article.id) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    });
    root.lang = article.lang;
    root.dir = article.dir;
    document.title = article.dataset.title;
    if (target) target.scrollIntoView();
    else if (before && before.article !== article) article.querySelector(".title").focus();
  }

  /* Text size and colours. */
  function resize(step, says) {
    const at = SIZES.indexOf(Number(root.dataset.size || 100));
    const size = SIZES[Math.max(0, Math.min(SIZES.length - 1, at + step))];
    root.dataset.size = String(size);
    settings.set("size", String(size));
    all("[data-status]").forEach((status) => {
      status.textContent = says + ": " + size + " %";
    });
  }

  function isDark() {
    return root.dataset.theme
      ? root.dataset.theme === "dark"
      : window.matchMedia("(prefers-color-scheme: dark)").matches;
  }

  function press() {
    all('[data-do="dark"]').forEach((button) => button.setAttribute("aria-pressed", String(isDark())));
    const strong = root.dataset.contrast === "more";
    all('[data-do="contrast"]').forEach((button) => button.setAttribute("aria-pressed", String(strong)));
  }

  const actions = {
    smaller: (button) => resize(-1, button.dataset.says),
    larger: (button) => resize(1, button.dataset.says),
    print: () => window.print(),
    dark() {
      root.dataset.theme = isDark() ? "light" : "dark";
      settings.set("theme", root.dataset.theme);
      press();
    },
    contrast() {
      root.dataset.contrast = root.dataset.contrast === "more" ? "normal" : "more";
      settings.set("contrast", root.dataset.contrast);
      press();
    },
    listen(button) {
      const list = ownPlayers(button.closest("article"));
      const start = !readingOn && list.length > 0;
      players.forEach((audio) => audio.pause());
      tellListening(start);
      if (start) list[0].play();
    },
  };

  const choices = {
    beside(select) {
      const name = select.closest("article").id;
      window.location.hash = select.value ? name + "+" + select.value : name;
    },
    speed(select) {
      speed = Number(select.value);
      all('[data-do="speed"]').forEach((other) => {
        other.value = select.value;
      });
      players.forEach((audio) => {
        audio.playbackRate = speed;
      });
    },
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-do]");
    if (button) actions[button.dataset.do](button);
  });
  document.addEventListener("change", (event) => {
    const choose = choices[event.target.dataset.do];
    if (choose) choose(event.target);
  });

  ["size", "theme", "contrast"].forEach((name) => {
    const kept = settings.get(name);
    if (kept) root.dataset[name] = kept;
  });
  press();
  root.dataset.script = "on";
  if (articles.length) {
    all("[data-tools]").forEach((tools) => {
      tools.hidden = false;
    });
    window.addEventListener("hashchange", show);
    show();
  }
})();
