import HallPages
import HallSyntax

/// What residents see.
extension Reader {
  static let pages: [Reader] = [
    Reader("page", .lines(.documents, 8), 30) { input in
      var page = Markup()
      MarkdownPage(input.bytes).write(to: &page)
      let html = String(decoding: page.bytes, as: UTF8.self).lowercased()
      for live in ["<script", "<img", "<iframe", "href=\"javascript"] where html.contains(live) {
        return "\(live) on a page"
      }
      return nil
    },
    Reader("mask", .lines(.documents, 3), 14) { input in
      var masker = Masker(charter, nil)
      let lines = input.bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
      for line in lines {
        // Whoever is on the roster is on no page by name.
        if masker.masked(line).contains("张三") { return "a resident by name: \(line.prefix(60))" }
      }
      masker.learn(masker.found)
      for line in lines { _ = masker.masked(line) }
      return nil
    },
  ]
}
