import Foundation
import HallCommands
import TestSupport
import Testing

/// A document whose file somebody has renamed on the host's page.
@Suite("A renamed document", .needs(.git))
struct RenamedDocumentTests {
  private static let file = SharedHall.matter
  private static let other = "matters/楼道漏水.md"

  private func renamed(_ change: (SharedHall) throws -> Void = { _ in }) throws -> SharedHall {
    let matter =
      "---\n问题: Q-2025-001\n日期: 2025-03-02\n---\n\n# 漏水\n\n一楼、二楼都漏，物业看过。\n\n## 进展\n"
    let shared = try SharedHall([Self.file: matter], clones: ["甲", "乙", "网页"])
    #expect(shared.share("乙").status == 0)
    shared.git(of: "网页", "pull", "--quiet")
    shared.git(of: "网页", "mv", Self.file, Self.other)
    try change(shared)
    shared.git(of: "网页", "commit", "--quiet", "--all", "-m", "改名")
    #expect(shared.git(of: "网页", "push", "--quiet").isDone)
    return shared
  }

  @Test(
    "a renamed document is reported with its new name, and gets its old name back",
    arguments: [true, false])
  func putBack(hasOwn: Bool) throws {
    let shared = try renamed()
    if hasOwn { shared.run("乙", ["matter", "note", "Q-2025-001", "乙记"]) }
    let told = shared.share("乙")
    #expect(told.status == 2)
    #expect(told.errors.contains("Q-2025-001 被改名叫「\(Self.other)」"), "\(told.errors)")
    #expect(!told.errors.contains("不见了") && !told.errors.contains("--anyway"))
    let joined = shared.run("乙", ["record", "--join"])
    #expect(joined.output.contains("Q-2025-001 改回了原来的文件名"), "\(joined.output)\(joined.errors)")
    #expect(shared.share("乙").status == 0)
    #expect(shared.share("甲").status == 0)
    for name in ["甲", "乙"] {
      #expect(shared.text(Self.other, of: name) == "")
      #expect(shared.text(Self.file, of: name).contains("二楼都漏"))
      #expect(shared.text(Self.file, of: name).contains("乙记") == hasOwn)
      #expect(shared.run(name, ["check"]).output == "没有发现问题\n")
      #expect(shared.run(name, ["verify"]).status == 0)
    }
  }

  @Test("a renamed document that was also edited stays beside the restored one, and is named")
  func edited() throws {
    let shared = try renamed { try $0.edit(Self.other, of: "网页", "物业看过", "物业没有看") }
    let joined = shared.run("乙", ["record", "--join"])
    #expect(joined.status == 0)
    let answer = shared.share("乙", answers: ["1"])
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(answer.output.contains("改了名的「\(Self.other)」和它不一样，没有动"), "\(answer.output)")
    #expect(shared.text(Self.other, of: "乙").contains("物业没有看"))
    #expect(shared.text(Self.file, of: "乙").contains("物业看过"))
  }
}
