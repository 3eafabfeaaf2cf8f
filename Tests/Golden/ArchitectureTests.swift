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

  @Test("Package.swift gives each module what the drawing does")
  func package() throws {
    let arrows = try Self.drawing()
    let given = try Self.dependencies()
    for (module, lower) in arrows where module != "Agendas" {
      let allowed = Self.below(module, arrows)
      #expect(lower.isSubset(of: given[module] ?? []), "\(module)")
      #expect((given[module] ?? []).isSubset(of: allowed), "\(module)")
    }
  }
}
