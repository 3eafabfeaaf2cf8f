import HallWords
import Testing

@Suite("The version of the program")
struct ProgramVersionTests {
  @Test(
    "the version says which commit it was built from, and only if that was said",
    arguments: [
      (
        "e48289654b2c0f6d1a7b8c9d0e1f2a3b4c5d6e7f 2025-11-30",
        "0.1.0 (e48289654b2c, 2025-11-30)"
      ),
      (
        "e48289654b2c0f6d1a7b8c9d0e1f2a3b4c5d6e7f 2025-11-30 changed",
        "0.1.0 (e48289654b2c, 2025-11-30, changed)"
      ),
      ("$Format:%H %cs$", "0.1.0 (commit not recorded)"),
      ("", "0.1.0 (commit not recorded)"),
    ])
  func builtFrom(origin: String, said: String) {
    #expect(ProgramVersion.words(builtFrom: origin) == said)
  }

  @Test("the number comes first, for scripts")
  func number() {
    #expect(ProgramVersion.text.hasPrefix(ProgramVersion.number + " ("))
  }
}
