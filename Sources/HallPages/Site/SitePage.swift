import HallSyntax
import HallWords

/// One page of the site, before it is HTML.
struct SitePage {
  /// Its address in the site: `d/M-2025-008-D1.html`.
  let path: String
  let title: String
  var blocks: [Block]
  /// The day of the last revision of what it shows.
  var updated: String?
  /// Whether it belongs to the search.
  var isSearched = true
  /// Whether it is printed large, for a board that is read from two metres.
  var isBoard = false

  enum Block {
    case sheet(Sheet.Block)
    /// A heading with an address of its own in the page.
    case heading(String, id: String?)
    case steps([Step])
    /// Links to other pages, each with a line about it.
    case entries([(href: String, title: String, about: String)])
    case link(href: String, text: String)
    case bar(Bar)
    case search
  }

  /// A leg of a vote as a picture: the share reached, and the share needed.
  struct Bar {
    /// In parts of a thousand: who voted for it, what silent ballots add, and the threshold.
    let share: Int
    let silent: Int
    let need: Int
    let sentence: String
  }

  /// A step of a matter, as a stop on a line.
  struct Step {
    let name: String
    let day: String?
    let isDone: Bool
    let isCurrent: Bool
  }

  /// The text that is searched.
  var words: String {
    let sheet = Sheet(
      title, .zh, blocks.compactMap { if case .sheet(let block) = $0 { block } else { nil } })
    return SheetText(sheet).text
  }
}

/// Writes pages with the frame that all of them share.
struct SiteFrame: Speaking {
  let name: String
  let language: Language
  /// What stands at the foot of every page.
  let note: String

  func bytes(_ page: SitePage) -> [UInt8] {
    let up = page.path.contains("/") ? "../" : ""
    var html = Markup()
    html.raw("<!DOCTYPE html>\n")
    html.open("html", [("lang", language.pick("zh-CN", "en"))])
    html.raw("\n<head>\n<meta charset=\"utf-8\">\n")
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    html.raw("<meta name=\"generator\" content=\"hall\">\n")
    html.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
    html.raw("style-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'\">\n")
    html.raw("<meta name=\"referrer\" content=\"no-referrer\">\n")
    html.element("title", page.title == name ? name : page.title + " · " + name)
    html.raw("\n")
    html.open("link", [("rel", "stylesheet"), ("href", up + "style.css")])
    html.raw("\n")
    html.open(
      "link",
      [
        ("rel", "alternate"), ("type", "application/atom+xml"), ("title", name),
        ("href", up + "feed.xml"),
      ])
    html.raw("\n</head>\n")
    html.open("body", page.isBoard ? [("class", "board")] : [])
    html.raw("\n")
    html.element("a", [("class", "skip"), ("href", "#main")], say("跳到正文", "Skip to the content"))
    html.raw("\n<header>\n")
    html.raw("<p class=\"name\">")
    html.element("a", [("href", up + "index.html")], name)
    html.raw("</p>\n")
    html.open("nav", [("aria-label", say("主要页面", "Main pages"))])
    html.raw("<ul>\n")
    for (href, text) in links {
      html.raw(href == page.path ? "<li class=\"here\">" : "<li>")
      html.element("a", [("href", up + href)], text)
      html.raw("</li>\n")
    }
    html.raw("</ul></nav>\n</header>\n<main id=\"main\">\n")
    html.element("h1", page.title)
    html.raw("\n")
    for block in page.blocks { write(block, up, &html) }
    html.raw("</main>\n<footer>\n")
    if let updated = page.updated { html.element("p", say("更新：", "Updated: ") + updated) }
    html.element("p", note)
    html.raw("\n</footer>\n")
    if page.blocks.contains(where: { if case .search = $0 { true } else { false } }) {
      html.raw("<script src=\"index.js\"></script>\n<script src=\"search.js\"></script>\n")
    }
    html.raw("</body>\n</html>\n")
    return html.bytes
  }

  private var links: [(String, String)] {
    [
      ("index.html", say("首页", "Home")), ("decisions.html", say("决议", "Decisions")),
      ("meetings.html", say("会议", "Meetings")), ("matters.html", say("问题", "Matters")),
      ("parties.html", say("各方", "Parties")), ("board.html", say("公告栏", "Notice board")),
    ]
  }

  private func write(_ block: SitePage.Block, _ up: String, _ html: inout Markup) {
    switch block {
    case .sheet(let block): SheetHTML(Sheet("", language)).write(block, &html, isPage: true)
    case .heading(let text, let id):
      var own: [Markup.Attribute] = []
      if let id { own.append(("id", id)) }
      html.element("h2", own, text)
      html.raw("\n")
    case .steps(let steps): write(steps, &html)
    case .entries(let entries):
      html.raw("<ul class=\"entries\">\n")
      for entry in entries {
        html.raw("<li>")
        html.element("a", [("href", up + entry.href)], entry.title)
        if !entry.about.isEmpty {
          html.raw("<br>")
          html.text(entry.about)
        }
        html.raw("</li>\n")
      }
      html.raw("</ul>\n")
    case .link(let href, let text):
      html.raw("<p class=\"link\">")
      html.element("a", [("href", up + href)], text)
      html.raw("</p>\n")
    case .bar(let bar): write(bar, &html)
    case .search:
      html.raw("<div id=\"search\" class=\"search\" hidden>\n")
      html.element("label", [("for", "q")], say("找一找", "Search"))
      html.open(
        "input",
        [
          ("type", "search"), ("id", "q"), ("data-found", say("找到 {} 条", "{} found")),
          ("autocomplete", "off"),
        ])
      html.raw(
        "\n<p id=\"count\" role=\"status\"></p>\n<ul id=\"found\" class=\"entries\"></ul>\n</div>\n"
      )
    }
  }

  /// The steps as a list that reads well without its style.
  private func write(_ steps: [SitePage.Step], _ html: inout Markup) {
    html.raw("<ol class=\"steps\">\n")
    for step in steps {
      let style = step.isCurrent ? "now" : step.isDone ? "done" : "open"
      html.open("li", [("class", style)])
      html.text((step.isCurrent ? "◐ " : step.isDone ? "● " : "○ ") + step.name)
      if let day = step.day {
        html.raw("<br>")
        html.element("span", [("class", "small")], day)
      }
      html.raw("</li>\n")
    }
    html.raw("</ol>\n")
  }

  /// Drawn to be read in black and white: the whole, the part, the silent in stripes, a line for what
  /// is needed.
  private func write(_ bar: SitePage.Bar, _ html: inout Markup) {
    let width = { (share: Int) in String(share * 600 / 1000) }
    html.element("p", [("class", "leg")], bar.sentence)
    html.raw("\n")
    html.open(
      "svg",
      [("class", "bar"), ("viewBox", "0 0 600 40"), ("role", "img"), ("aria-label", bar.sentence)])
    html.raw("<rect class=\"whole\" x=\"0\" y=\"8\" width=\"600\" height=\"24\"></rect>")
    html.open(
      "rect",
      [("class", "part"), ("x", "0"), ("y", "8"), ("width", width(bar.share)), ("height", "24")])
    html.raw("</rect>")
    if bar.silent > 0 {
      html.open(
        "line",
        [
          ("class", "silent"), ("x1", width(bar.share)), ("x2", width(bar.share + bar.silent)),
          ("y1", "20"), ("y2", "20"),
        ])
      html.raw("</line>")
    }
    for style in ["edge", "need"] {
      html.open(
        "line",
        [
          ("class", style), ("x1", width(bar.need)), ("x2", width(bar.need)), ("y1", "0"),
          ("y2", "40"),
        ])
      html.raw("</line>")
    }
    html.raw("</svg>\n")
  }
}
