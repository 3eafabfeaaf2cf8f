import HallSyntax

/// A sheet as one HTML file with its style inside and nothing else: for a browser, and for a word
/// processor, which knows less of the style.
package struct SheetHTML {
  private let sheet: Sheet

  package init(_ sheet: Sheet) { self.sheet = sheet }

  package var bytes: [UInt8] {
    var page = Markup()
    page.raw("<!DOCTYPE html>\n")
    page.open("html", [("lang", sheet.language.pick("zh-CN", "en"))])
    page.raw("\n<head>\n<meta charset=\"utf-8\">\n")
    page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    page.raw("<meta name=\"generator\" content=\"hall\">\n")
    page.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
    page.raw("style-src 'unsafe-inline'\">\n")
    page.element("title", sheet.name)
    page.raw("\n<style>\n")
    page.raw(SheetStyle.common)
    switch sheet.layout {
    case .plain: page.raw(SheetStyle.plain)
    // GB/T 9704 is for papers in Chinese.
    case .minutes: page.raw(sheet.language.pick(SheetStyle.minutes, SheetStyle.plain))
    case .board: page.raw(SheetStyle.board)
    case .ballot: page.raw(SheetStyle.ballot)
    case .wide: page.raw(SheetStyle.wide)
    }
    if sheet.layout != .ballot {
      page.raw(sheet.language.pick(SheetStyle.pagesZH, SheetStyle.pagesEN))
    }
    writeFootOfPages(&page)
    page.raw("</style>\n</head>\n")
    page.open("body", [("class", sheet.layout.rawValue)])
    page.raw("\n<main>\n")
    writeBlocks(&page)
    page.raw("</main>\n")
    if let foot = sheet.foot {
      page.element("footer", foot)
      page.raw("\n")
    }
    page.raw("</body>\n</html>\n")
    return page.bytes
  }

  /// A word processor breaks a page before a heading, and not at an empty block. What is torn off stays
  /// on one page.
  private func writeBlocks(_ page: inout Markup) {
    var isSlip = false
    func endSlip() {
      if isSlip { page.raw("</div>\n") }
      isSlip = false
    }
    for (place, block) in sheet.blocks.enumerated() {
      let isNewPage =
        if place > 0, case .pageBreak = sheet.blocks[place - 1] { true } else { false }
      let next = place + 1 < sheet.blocks.count ? sheet.blocks[place + 1] : nil
      switch block {
      case .title(let text) where isNewPage:
        page.element("h1", [("class", "break")], text)
        page.raw("\n")
      case .pageBreak:
        endSlip()
        if case .title? = next { continue }
        write(block, &page)
      case .tear:
        endSlip()
        page.raw("<div class=\"slip\">\n")
        isSlip = true
        write(block, &page)
      default: write(block, &page)
      }
    }
    endSlip()
  }

  /// What a sheet was printed from, at the foot of each of its pages.
  private func writeFootOfPages(_ page: inout Markup) {
    guard let foot = sheet.foot else { return }
    page.raw("@page { @bottom-left { content: \"")
    var text = ""
    for scalar in foot.unicodeScalars {
      // In a string of CSS, and within an element of HTML, these end something.
      if "\"\\<>&'\n".unicodeScalars.contains(scalar) || scalar.value < 0x20 {
        text += "\\" + String(scalar.value, radix: 16) + " "
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    page.text(text)
    page.raw("\"; font-size: 9pt; white-space: nowrap; width: 70%; } }\n")
  }

  /// - Parameter isPage: whether it is on a page of the site, whose tables become lists on a phone.
  func write(_ block: Sheet.Block, _ page: inout Markup, isPage: Bool = false) {
    switch block {
    case .mark(let text): paragraph("mark", text, &page)
    case .title(let text): page.element("h1", text)
    case .heading(let text): page.element("h2", text)
    case .text(let text): paragraph("text", text, &page)
    case .strong(let text): paragraph("strong", text, &page)
    case .prose(let markdown):
      page.raw("<div class=\"prose\">\n")
      MarkdownPage(markdown, headingsFrom: 3).write(to: &page)
      page.raw("</div>")
    case .facts(let facts): write(facts, &page)
    case .list(let lines):
      page.raw("<ul>\n")
      for line in lines {
        page.element("li", line)
        page.raw("\n")
      }
      page.raw("</ul>")
    case .table(let table): write(table, &page, isPage)
    case .lines(let labels):
      // A table: a word processor draws the borders of its cells, and no others.
      page.raw("<table class=\"lines\">\n<tbody>\n")
      for label in labels {
        page.raw("<tr>")
        if !label.isEmpty {
          page.element("th", [("scope", "row")], label)
        } else if labels.contains(where: { !$0.isEmpty }) {
          page.raw("<td></td>")
        }
        page.raw("<td class=\"write\">")
        page.text(SheetHTML.room)
        page.raw("</td></tr>\n")
      }
      page.raw("</tbody>\n</table>")
    case .boxes(let labels):
      page.raw("<p class=\"boxes\">")
      for label in labels {
        page.raw("<span class=\"box\">□</span> ")
        page.element("span", [("class", "choice")], label)
        // On a ballot each choice has a line.
        page.raw(sheet.layout == .ballot ? "<br>\n" : " &#160; &#160; \n")
      }
      page.raw("</p>")
    case .signature(let lines): paragraph("signature", lines.joined(separator: "\n"), &page)
    case .small(let text): paragraph("small", text, &page)
    case .pageBreak: page.raw("<p class=\"break\"></p>")
    case .tear(let text): paragraph("tear", text, &page)
    }
    page.raw("\n")
  }

  private func paragraph(_ style: String, _ text: String, _ page: inout Markup) {
    page.element("p", [("class", style)]) { $0.lines(text) }
  }

  /// A list of names and values as a table, which every program shows alike.
  private func write(_ facts: [Sheet.Fact], _ page: inout Markup) {
    page.raw("<table class=\"facts\">\n<tbody>\n")
    for fact in facts {
      page.raw("<tr>")
      page.element("th", [("scope", "row")], fact.name)
      page.element("td") { $0.lines(fact.value) }
      page.raw("</tr>\n")
    }
    page.raw("</tbody>\n</table>")
  }

  private func write(_ table: Sheet.Table, _ page: inout Markup, _ isPage: Bool) {
    page.open("table", [("class", "grid")])
    page.raw("\n")
    if let caption = table.caption {
      page.element("caption", caption)
      page.raw("\n")
    }
    if !table.widths.isEmpty {
      page.raw("<colgroup>")
      for width in table.widths { page.open("col", [("style", "width: \(width)%")]) }
      page.raw("</colgroup>\n")
    }
    page.raw("<thead>\n<tr>")
    for (place, cell) in table.head.enumerated() {
      page.element("th", attributes(place, table, isHead: true, isPage), cell)
    }
    page.raw("</tr>\n</thead>\n<tbody>\n")
    for row in table.rows {
      page.raw("<tr>")
      for (place, cell) in row.enumerated() {
        var attributes = attributes(place, table, isHead: false, isPage)
        if isPage, place < table.head.count { attributes.append(("data-name", table.head[place])) }
        let room = table.isToFill ? self.room(of: place, table) : "\u{00A0}"
        page.element("td", attributes) { $0.lines(cell.isEmpty ? room : cell) }
      }
      page.raw("</tr>\n")
    }
    page.raw("</tbody>\n</table>")
  }

  /// A word processor makes a cell as wide as what is in it.
  private static let room = String(repeating: "\u{00A0}", count: 24)

  /// Blanks that fill most of an empty cell to write in.
  private func room(of place: Int, _ table: Sheet.Table) -> String {
    guard table.widths.indices.contains(place) else { return "\u{00A0}" }
    let millimetres = (sheet.layout == .wide ? 257 : 160) * table.widths[place] / 100 - 4
    return String(repeating: "\u{00A0}", count: max(1, millimetres * 7 / 10))
  }

  /// A word processor knows one class of a cell, and no rule that names two.
  private func attributes(
    _ place: Int, _ table: Sheet.Table, isHead: Bool, _ isPage: Bool
  ) -> [Markup.Attribute] {
    var attributes: [Markup.Attribute] = isHead ? [("scope", "col")] : []
    let isNumber = table.numbers.contains(place)
    if isPage {
      let style: String? = isNumber ? "number" : table.short.contains(place) ? "short" : nil
      if let style { attributes.append(("class", style)) }
    } else {
      let style =
        isNumber
        ? "cellnumber"
        : table.isToFill
          ? "cellfill" : table.short.contains(place) && !isHead ? "cellshort" : "cell"
      attributes.append(("class", style))
    }
    return attributes
  }
}
