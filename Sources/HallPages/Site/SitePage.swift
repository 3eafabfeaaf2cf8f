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

  enum Block {
    case sheet(Sheet.Block)
    /// Links to other pages, each with a line about it.
    case entries([(href: String, title: String, about: String)])
    case link(href: String, text: String)
    case bar(Bar)
    case search
  }

  /// A leg of a vote as a picture: the share reached, and the share needed.
  struct Bar {
    /// In parts of a thousand.
    let share: Int
    let need: Int
    let label: String
    let sentence: String
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
    html.raw("\n</head>\n<body>\n")
    html.element("a", [("class", "skip"), ("href", "#main")], say("跳到正文", "Skip to the content"))
    html.raw("\n<header>\n")
    html.open("nav", [("aria-label", say("主要页面", "Main pages"))])
    html.raw("<ul>\n")
    for (href, text) in links {
      html.raw("<li>")
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
      html.raw("<p>")
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

  /// Drawn to be read in black and white: the whole, the part, a line for what is needed.
  private func write(_ bar: SitePage.Bar, _ html: inout Markup) {
    let width = { (share: Int) in String(share * 600 / 1000) }
    html.open(
      "svg",
      [("class", "bar"), ("viewBox", "0 0 600 52"), ("role", "img"), ("aria-label", bar.sentence)])
    html.raw("<rect class=\"whole\" x=\"0\" y=\"4\" width=\"600\" height=\"22\"></rect>")
    html.open(
      "rect",
      [("class", "part"), ("x", "0"), ("y", "4"), ("width", width(bar.share)), ("height", "22")])
    html.raw("</rect>")
    html.open(
      "line",
      [
        ("class", "need"), ("x1", width(bar.need)), ("x2", width(bar.need)), ("y1", "0"),
        ("y2", "32"),
      ])
    html.raw("</line>")
    html.element("text", [("x", "0"), ("y", "48")], bar.label)
    html.raw("</svg>\n")
    html.element("p", [("class", "small")], bar.sentence)
    html.raw("\n")
  }
}
