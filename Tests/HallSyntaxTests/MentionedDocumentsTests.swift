import HallSyntax
import TestSupport
import Testing

@Suite("Identifiers anywhere in a file")
struct MentionedDocumentsTests {
  private func mentioned(_ text: String) -> MentionedDocuments {
    MentionedDocuments(
      in: SourceFile(path: "agendas/M-2025-001.md", kind: .meeting, bytes: Array(text.utf8)))
  }

  @Test(
    "an identifier is found in every way it is read",
    arguments: [
      "Q-2025-014", "q-2025-14", "Ｑ－２０２５－０１４", "ｑ-２０２５-14", "- 问题: Q-2025-014、",
      "**Q-2025-014**", "[Q-2025-014](x)", "|Q-2025-014-T3|", "照Q-2025-014办", "QQ-2025-014",
    ])
  func found(_ text: String) {
    // Many bytes are examined together: the text may begin anywhere among them.
    for before in ["", "议", "某某某某某", String(repeating: "。", count: 16), "a", "ab"] {
      for after in ["", "\n", "。后文\n", String(repeating: "后", count: 20)] {
        let found = mentioned(before + text + after)
        #expect(found.ids == [DocumentID(.matter, year: 2025, number: 14)], "\(before)|\(after)")
      }
    }
  }

  @Test(
    "what is no identifier is not found",
    arguments: ["Q-25-014", "2025-014", "Q2025-014", "Q-2025", "M-2025-000", "N-2025-001", "，：；"])
  func notFound(_ text: String) {
    let found = mentioned("前文" + text + "。后文\n")
    #expect(found.ids.isEmpty)
    #expect(!found.isUncertain)
  }

  @Test(
    "an identifier that may go on in the next line leaves the file uncertain",
    arguments: [
      "- 问题: Ｑ－２０２５－０\n  １４\n", "- 问题: Ｑ\n  －２０２５－１\n", "- 问题: Q-2025－\n  ０１４\n",
      "- 问题: Ｑ－２０２５－０<br>\n  １４\n", "- 问题: **Ｑ－２０２５－**\n  **０１４**\n",
      "- 问题: Ｑ－２０２５－１\\ \n  ４\n",
    ])
  func uncertain(_ text: String) { #expect(mentioned(text).isUncertain) }

  @Test("a file that is no text is uncertain") func noText() {
    let bytes = Array("# 会\n".utf8) + [0xFF]
    let file = SourceFile(path: "agendas/M-2025-001.md", kind: .meeting, bytes: bytes)
    #expect(MentionedDocuments(in: file).isUncertain)
  }

  @Test("at whatever place, the same are found as by reading at every byte") func everyPlace() {
    let pieces = [
      "Q-2025-1", "Ｍ－２０２５－００２", "m-2024-0003", "，", "：", "议事", "Q", "M-", "-", "20", " ", "\n", "é",
    ]
    var random = SplitMix64(seed: 27)
    for _ in 0..<2_000 {
      let text = (0..<Int.random(in: 0...12, using: &random))
        .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      let bytes = Slice(text)
      let all = bytes.indices.compactMap { place -> DocumentID? in
        var cursor = Cursor(bytes[place...])
        return cursor.takeDocumentID()
      }
      #expect(mentioned(text).ids == Set(all), "\(text)")
    }
  }
}
