import Foundation
import Testing

/// What the pages for contributors name is there: a page that names what was moved or renamed is
/// stale.
@Suite("The pages for contributors")
struct DocumentationTests {
  /// The modules with a page of their own. The program itself is two files.
  private static let modules = Repository.names(in: "Sources").filter { $0 != "hall" }

  private static let pages =
    [
      "CONTRIBUTING.md", "docs/architecture.md", "docs/code-words.md", "docs/recipes.md",
      "docs/walks.md",
    ] + modules.map { "Sources/\($0)/README.md" }

  /// Those whose links are followed.
  private static let linking = Set(pages + ReadersPagesTests.pages + ["CHANGELOG.md"]).sorted()

  private static let folders = ["Sources/", "Tests/", "scripts/", "docs/"]

  /// The first words of what stands in backticks, but for patterns such as `Checks/<Name>.swift`.
  private static func names(on page: String) throws -> [String] {
    try Repository.text(page).matches(of: /`([^`\n]+)`/)
      .compactMap { $0.1.split(separator: " ").first.map { String($0) } }
      .filter { name in !["<", "*", "…"].contains { name.contains($0) } }
  }

  private static func isThere(_ path: String, from folder: URL = Repository.root) -> Bool {
    FileManager.default.fileExists(
      atPath: folder.appending(path: path).path(percentEncoded: false))
  }

  @Test("every file and folder that a page names is there", arguments: pages)
  func names(page: String) throws {
    let files = try ["Sources", "Tests", "agendas"].flatMap { try Repository.files(below: $0) }
    let names = try Self.names(on: page)
    #expect(!names.isEmpty)
    for name in names where name.hasSuffix(".swift") {
      let isFile = files.contains { $0 == name || $0.hasSuffix("/" + name) }
      #expect(isFile || Self.isThere(name), "\(page) names \(name)")
    }
    for name in names where Self.folders.contains(where: { name.hasPrefix($0) }) {
      #expect(Self.isThere(name), "\(page) names \(name)")
    }
  }

  @Test("every link of a page leads to a file, and to a heading of it", arguments: linking)
  func links(page: String) throws {
    let folder = Repository.root.appending(path: page).deletingLastPathComponent()
    for match in try Repository.text(page).matches(of: /\]\(([^)#:\s]*)(?:#([^)\s]*))?\)/) {
      let (path, heading) = (String(match.1), match.2.map { String($0) })
      #expect(path.isEmpty || Self.isThere(path, from: folder), "\(page) links to \(path)")
      guard let heading, path.isEmpty || path.hasSuffix(".md") else { continue }
      let target =
        path.isEmpty ? Repository.root.appending(path: page) : folder.appending(path: path)
      let headings = Self.headings(of: try String(contentsOf: target, encoding: .utf8))
      #expect(headings.contains(heading), "\(page) links to \(path)#\(heading)")
    }
  }

  /// The headings of a page as a git host names them in an address.
  private static func headings(of page: String) -> [String] {
    page.matches(of: /(?m)^#{1,6} (.+)$/).map { match in
      match.1.lowercased().filter { $0.isLetter || $0.isNumber || " -_".contains($0) }
        .replacing(" ", with: "-")
    }
  }

  @Test("every page of docs is in the index", arguments: ReadersPagesTests.docs)
  func index(page: String) throws {
    let index = "docs/README.md"
    let name = page.dropFirst("docs/".count)
    let text = try Repository.text(index)
    #expect(page == index || text.contains("](\(name))"), "\(index) does not link to \(name)")
  }

  @Test("every module has a page", arguments: modules)
  func readme(module: String) {
    #expect(Repository.names(in: "Sources/\(module)").contains("README.md"))
  }
}
