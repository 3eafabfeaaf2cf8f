import HallChecks
import HallModel
import HallSyntax
import Testing

struct MisnamedFileTests {
  private func right(_ path: String, _ text: String = "") -> String? {
    NearDocument(path: path, beginning: Slice(text))?.rightPath
  }

  @Test(
    "a name that is almost a document's",
    arguments: [
      ("agendas/M-2025-003.MD", "agendas/M-2025-003.md"),
      ("agendas/m-2025-002.md", "agendas/M-2025-002.md"),
      ("agendas/M-2025-004.md.txt", "agendas/M-2025-004.md"),
      ("agendas/2025/M-2025-005.md", "agendas/M-2025-005.md"),
      ("agendas/M_2025_5 下水.md", "agendas/M-2025-005 下水.md"),
      ("matters/Ｑ-2025-003.md", "matters/Q-2025-003.md"),
      ("matters/Q2025-3.markdown", "matters/Q-2025-003.md"),
      ("agendas/Q-2025-003.md", "matters/Q-2025-003.md"),
      ("M-2025-001.md", "agendas/M-2025-001.md"), ("agendas/M-2025-001", "agendas/M-2025-001.md"),
    ])
  func names(path: String, expected: String) {
    #expect(right(path) == expected)
  }

  @Test("a file with an identifier in its front matter")
  func contents() {
    #expect(right("agendas/纪要.md", "---\n会议: M-2025-009\n---\n") == "agendas/M-2025-009.md")
    #expect(right("agendas/纪要.md", "---\n地点: 楼道\n---\n") == nil)
  }

  @Test("if name and front matter disagree, the name decides")
  func nameFirst() {
    let text = "---\n会议: M-2025-002\n---\n"
    #expect(right("agendas/M-2025-003.MD", text) == "agendas/M-2025-003.md")
  }

  @Test(
    "other files do not matter",
    arguments: [
      "agendas/M-2025-001.md", "agendas/M-2025-001 副本.md", "matters/Q-2025-001.md",
      "agendas/M-2025-001.md~", "agendas/M-2025-001.md.bak", "agendas/.M-2025-001.md.swp",
      "agendas/M-2025-001.docx", "agendas/M-2025-001.jpg", "README.md", "matters/说明.md",
      "agendas/M-25-1.md",
    ])
  func others(path: String) {
    #expect(right(path) == nil)
  }
}
