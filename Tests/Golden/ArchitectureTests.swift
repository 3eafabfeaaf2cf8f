import Foundation
import Testing
@testable import HallGit

@Suite("The house")
struct ArchitectureTests {
  /// The drawing of docs/architecture.md: which module stands directly above which.
  private static func drawing() throws -> [String: Set<String>] {
    let page = try Repository.text("docs/architecture.md")
    var arrows: [String: Set<String>] = [:]
    for match in page.matches(of: /(?m)^    ([a-z]+(?:(?:, | → )[a-z]+)* → [a-z, →]+)$/) {
      let groups = match.1.components(separatedBy: " → ").map {
        $0.components(separatedBy: ", ").map(module)
      }
      for (upper, lower) in zip(groups, groups.dropFirst()) {
        for name in upper { arrows[name, default: []].formUnion(lower) }
      }
    }
    return arrows
  }

  private static func module(_ word: String) -> String {
    word == "agendas" ? "Agendas" : "Hall" + word.prefix(1).uppercased() + word.dropFirst()
  }

  private static func below(_ module: String, _ arrows: [String: Set<String>]) -> Set<String> {
    (arrows[module] ?? []).reduce(into: arrows[module] ?? []) { all, lower in
      all.formUnion(below(lower, arrows))
    }
  }

  /// The modules that Package.swift gives each module.
  private static func dependencies() throws -> [String: Set<String>] {
    let package = try Repository.text("Package.swift")
    let target = /\.target\(\s*name: "(\w+)",\s*dependencies: \[([^\]]*)\]/
    return package.matches(of: target).reduce(into: [:]) { found, match in
      found[String(match.1)] = Set(
        match.2.matches(of: /"(\w+)"/).map { String($0.1) })
    }
  }

  @Test("every import runs down the drawing")
  func imports() throws {
    let arrows = try Self.drawing()
    let modules = Set(arrows.keys).union(arrows.values.joined())
    #expect(modules.count >= 10)
    for module in modules where module != "Agendas" {
      let allowed = Self.below(module, arrows)
      let files = try Repository.files(below: "Sources/\(module)")
      #expect(!files.isEmpty, "\(module)")
      for file in files where file.hasSuffix(".swift") {
        for match in try Repository.text(file).matches(of: /(?m)^import (\w+)$/) {
          let name = String(match.1)
          #expect(!modules.contains(name) || allowed.contains(name), "\(file) imports \(name)")
        }
      }
    }
  }

  @Test("tests import only what Package.swift gives them")
  func importsOfTests() throws {
    let package = try Repository.text("Package.swift")
    let target =
      /\.testTarget\(\s*name: "(\w+)",\s*dependencies: \[([^\]]*)\](?:,\s*path: "Tests\/(\w+)")?/
    let targets = package.matches(of: target)
    #expect(targets.count >= 8)
    let ours = Set(package.matches(of: /name: "(\w+)"/).map { String($0.1) })
    for match in targets {
      let given = Set(match.2.matches(of: /"(\w+)"/).map { String($0.1) })
      let files = try Repository.files(below: "Tests/\(match.3 ?? match.1)")
      #expect(files.contains { $0.hasSuffix(".swift") }, "\(match.1)")
      for file in files where file.hasSuffix(".swift") {
        for found in try Repository.text(file).matches(of: /(?m)^(?:@testable )?import (\w+)$/) {
          let name = String(found.1)
          #expect(!ours.contains(name) || given.contains(name), "\(file) imports \(name)")
        }
      }
    }
  }

  @Test("Package.swift gives each module what the drawing does")
  func package() throws {
    let arrows = try Self.drawing()
    let given = try Self.dependencies()
    #expect(arrows.count >= 10)
    for (module, lower) in arrows where module != "Agendas" {
      let allowed = Self.below(module, arrows)
      #expect(lower.isSubset(of: given[module] ?? []), "\(module)")
      #expect((given[module] ?? []).isSubset(of: allowed), "\(module)")
    }
  }

  /// The files of a module, each with the types it declares and the words it is written in.
  private static func parts(
    of module: String
  ) throws -> [(file: String, types: Set<String>, words: Set<String>)] {
    try Repository.files(below: "Sources/\(module)").filter { $0.hasSuffix(".swift") }.map { file in
      let text = try Repository.text(file).replacing(/(?m)^\s*\/\/.*$/, with: "")
      let types = text.matches(
        of:
          /(?m)^(?:(?:package|public|final|indirect) )*(?:struct|enum|class|actor|protocol|typealias) (\w+)/
      ).map { String($0.1) }
      let words = text.matches(of: /[A-Za-z_]\w*/).map { String($0.0) }
      return (file, Set(types), Set(words))
    }
  }

  /// Which group of files needs which, where a group is whatever a name is made of.
  private static func needs(
    in module: String, by group: (String) -> String
  ) throws -> [String: Set<String>] {
    let parts = try parts(of: module)
    var owners: [String: Set<String>] = [:]
    for part in parts { for type in part.types { owners[type, default: []].insert(part.file) } }
    var needs: [String: Set<String>] = [:]
    for part in parts {
      for word in part.words {
        guard let files = owners[word], files.count == 1, let file = files.first else { continue }
        let (upper, lower) = (group(part.file), group(file))
        if upper != lower { needs[upper, default: []].insert(lower) }
      }
    }
    return needs
  }

  /// The first circle there is, as `a → b → a`.
  private static func circle(in needs: [String: Set<String>]) -> String? {
    var done: Set<String> = []
    func search(_ name: String, _ path: [String]) -> String? {
      if let start = path.firstIndex(of: name) {
        return (path[start...] + [name]).joined(separator: " → ")
      }
      guard done.insert(name).inserted || !path.isEmpty else { return nil }
      for lower in (needs[name] ?? []).sorted() where !done.contains(lower) || path.contains(lower)
      {
        if let found = search(lower, path + [name]) { return found }
      }
      return nil
    }
    for name in needs.keys.sorted() {
      if let found = search(name, []) { return found }
    }
    return nil
  }

  @Test("a circle is found, and where there is none, none is")
  func circles() {
    #expect(Self.circle(in: ["a": ["b"], "b": ["c"], "c": ["b"]]) == "b → c → b")
    #expect(Self.circle(in: ["a": ["b", "c"], "b": ["c"]]) == nil)
  }

  @Test(
    "references between the folders of a module run down",
    arguments: ["HallCommands", "HallSharing", "HallWork", "HallGit"])
  func folders(_ module: String) throws {
    let needs = try Self.needs(in: module) { file in
      file.split(separator: "/").dropLast().joined(separator: "/")
    }
    #expect(!needs.isEmpty)
    #expect(Self.circle(in: needs) == nil)
  }

  @Test("no two files of HallCommands need each other, whatever stands between them")
  func files() throws {
    let needs = try Self.needs(in: "HallCommands") { $0 }
    #expect(needs.count > 100)
    #expect(Self.circle(in: needs) == nil)
  }
}
