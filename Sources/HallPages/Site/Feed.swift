import HallHistory
import HallModel
import HallSyntax
import HallWords

/// The decisions as a feed (RFC 4287), the newest first, with identifiers that never change.
struct Feed: Speaking {
  typealias Entry = (meeting: Meeting, decision: Decision, page: SitePage)

  /// How many entries a feed has.
  static let limit = 50

  private let site: Site
  private let decisions: [Entry]
  var language: Language { site.language }

  /// - Parameter decisions: the newest of the site, at most ``limit``, with their pages.
  init(_ site: Site, _ decisions: [Entry]) { (self.site, self.decisions) = (site, decisions) }

  var bytes: [UInt8] {
    let name = site.hall.charter.name
    let id = SHA256.hex(of: Array(name.utf8)).prefix(12)
    let newest = decisions.compactMap(\.meeting.day).first ?? site.today
    var feed = Markup()
    feed.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    feed.open(
      "feed",
      [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", language.pick("zh-CN", "en"))])
    feed.raw("\n")
    feed.element("title", site.source.shown(name))
    feed.element("id", "urn:hall:\(id)")
    feed.element("updated", newest.iso + "T00:00:00Z")
    feed.raw("<author>")
    feed.element("name", site.source.shown(name))
    feed.raw("</author>\n")
    for (meeting, decision, page) in decisions {
      let identifier = Reference.decision(meeting, decision).identifier
      feed.raw("<entry>")
      feed.element("title", page.title)
      feed.element("id", "urn:hall:\(id):\(identifier)")
      feed.element("updated", (meeting.day ?? newest).iso + "T00:00:00Z")
      feed.open("link", [("href", page.path)])
      feed.close("link")
      feed.element("summary", page.words)
      feed.raw("</entry>\n")
    }
    feed.raw("</feed>\n")
    return feed.bytes
  }
}
