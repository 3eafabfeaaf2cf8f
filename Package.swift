// swift-tools-version: 6.2
import PackageDescription

/// What reads, compares and writes texts is optimised in debug builds too, or the tests would wait
/// for it.
let fast: [SwiftSetting] = [.unsafeFlags(["-O"])]

/// What waits for a person or for git is compiled for size.
let small: [SwiftSetting] = [.unsafeFlags(["-Osize"])]

/// The commit that this is built from, if the caller says so: `make` and `scripts/package` do.
let origin = Context.environment["HALL_BUILT_FROM"].flatMap { $0.isEmpty ? nil : "\"\($0)\"" }

/// The house as docs/architecture.md draws it. Arrows only run down, and nothing comes from outside.
let package = Package(
  name: "hall",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "hall", targets: ["hall"])],
  targets: [
    .target(
      name: "HallSyntax", exclude: ["README.md"], swiftSettings: fast),
    .target(
      name: "HallHistory", dependencies: ["HallSyntax"], exclude: ["README.md"],
      swiftSettings: fast),
    .target(
      name: "Agendas", path: "agendas",
      sources: ["BuiltInTemplate.swift", "BuiltInForm.swift", "BuiltInStory.swift"],
      resources: [
        .embedInCode("plain.zh.md"),
        .embedInCode("plain.en.md"),
        .embedInCode("consultation.zh.md"),
        .embedInCode("consultation.en.md"),
        .embedInCode("assembly.zh.md"),
        .embedInCode("assembly.en.md"),
        .embedInCode("property-company.zh.md"),
        .embedInCode("property-company.en.md"),
        .embedInCode("committee.zh.md"),
        .embedInCode("committee.en.md"),
        .embedInCode("repair.zh.md"),
        .embedInCode("repair.en.md"),
        .embedInCode("mediation.zh.md"),
        .embedInCode("mediation.en.md"),
        .embedInCode("whistle.zh.md"),
        .embedInCode("whistle.en.md"),
        .embedInCode("forms/notice.zh.md"),
        .embedInCode("forms/notice.en.md"),
        .embedInCode("forms/sheet.zh.md"),
        .embedInCode("forms/sheet.en.md"),
        .embedInCode("forms/ballots.zh.md"),
        .embedInCode("forms/ballots.en.md"),
        .embedInCode("forms/proxies.zh.md"),
        .embedInCode("forms/proxies.en.md"),
        .embedInCode("forms/minutes.zh.md"),
        .embedInCode("forms/minutes.en.md"),
        .embedInCode("forms/signoff.zh.md"),
        .embedInCode("forms/signoff.en.md"),
        .embedInCode("forms/result.zh.md"),
        .embedInCode("forms/result.en.md"),
        .embedInCode("forms/decision.zh.md"),
        .embedInCode("forms/decision.en.md"),
        .embedInCode("forms/ledger.zh.md"),
        .embedInCode("forms/ledger.en.md"),
        .embedInCode("forms/urge.zh.md"),
        .embedInCode("forms/urge.en.md"),
        .embedInCode("forms/visit.zh.md"),
        .embedInCode("forms/visit.en.md"),
        .embedInCode("forms/close.zh.md"),
        .embedInCode("forms/close.en.md"),
        .embedInCode("demo/story.zh.txt"),
        .embedInCode("demo/story.en.txt"),
      ]),
    .target(
      name: "HallModel", dependencies: ["HallSyntax"], exclude: ["README.md"],
      swiftSettings: fast),
    .target(
      name: "HallChecks", dependencies: ["HallModel", "HallSyntax"], exclude: ["README.md"],
      swiftSettings: fast),
    .target(
      name: "HallMerge", dependencies: ["HallModel", "HallSyntax", "HallHistory"],
      exclude: ["README.md"], swiftSettings: fast),
    .target(
      name: "HallStore", dependencies: ["HallModel", "HallSyntax", "HallHistory"],
      exclude: ["README.md"], swiftSettings: fast),
    .target(
      name: "HallOrigin", exclude: ["README.md"],
      cSettings: origin.map { [.define("HALL_BUILT_FROM", to: $0)] } ?? []),
    .target(
      name: "HallWords",
      dependencies: [
        "HallChecks", "HallHistory", "HallMerge", "HallModel", "HallOrigin", "HallStore",
        "HallSyntax",
      ],
      exclude: ["README.md"], swiftSettings: fast),
    .target(
      name: "HallGit",
      dependencies: ["HallWords", "HallHistory", "HallModel", "HallStore", "HallSyntax"],
      exclude: ["README.md"], swiftSettings: small),
    .target(
      name: "HallSheets",
      dependencies: ["HallWords", "HallChecks", "HallModel", "HallStore", "HallSyntax"],
      exclude: ["README.md"]),
    .target(
      name: "HallWork",
      dependencies: [
        "Agendas", "HallGit", "HallSheets", "HallWords", "HallStore", "HallChecks", "HallMerge",
        "HallHistory", "HallModel", "HallSyntax",
      ],
      exclude: ["README.md"], swiftSettings: small),
    .target(
      name: "HallSharing",
      dependencies: [
        "HallWork", "HallGit", "HallWords", "HallStore", "HallChecks", "HallMerge", "HallHistory",
        "HallModel", "HallSyntax",
      ],
      exclude: ["README.md"], swiftSettings: small),
    .target(
      name: "HallPages",
      dependencies: [
        "Agendas", "HallWords", "HallStore", "HallHistory", "HallModel", "HallSyntax",
      ],
      exclude: ["README.md"],
      swiftSettings: fast),
    .target(
      name: "HallCommands",
      dependencies: [
        "Agendas", "HallPages", "HallSharing", "HallWork", "HallGit", "HallSheets", "HallWords",
        "HallStore",
        "HallChecks",
        "HallMerge", "HallHistory",
        "HallModel",
        "HallSyntax",
      ],
      exclude: ["README.md"], swiftSettings: small),
    .executableTarget(name: "hall", dependencies: ["HallCommands"]),
    .testTarget(
      name: "HallCommandsTests",
      dependencies: [
        "MergeScenarios", "TestMachine", "TestSupport", "Agendas", "HallCommands", "HallSharing",
        "HallWork",
        "HallGit",
        "HallSheets", "HallWords",
        "HallHistory",
        "HallModel",
        "HallStore", "HallSyntax",
      ]),
    .testTarget(
      name: "GoldenTests",
      dependencies: [
        "TestMachine", "TestSupport", "HallCommands", "HallSharing", "HallWork", "HallGit",
        "HallSheets",
        "HallWords",
        "HallChecks", "HallHistory",
        "HallModel",
        "HallSyntax",
      ],
      path: "Tests/Golden", exclude: ["transcripts", "rounds", "reviews", "errors", "documents"]),
    .testTarget(
      name: "HallSharingTests",
      dependencies: [
        "TestMachine", "TestSupport", "HallSharing", "HallGit", "HallWords", "HallStore",
        "HallHistory", "HallModel", "HallSyntax",
      ]),
    .testTarget(
      name: "HallWorkTests",
      dependencies: [
        "TestMachine", "TestSupport", "HallWork", "HallGit", "HallWords", "HallModel", "HallStore",
        "HallSyntax",
      ]),
    .testTarget(
      name: "HallPagesTests",
      dependencies: [
        "TestMachine", "TestSupport", "HallPages", "HallWords", "HallModel", "HallSyntax",
      ]),
    .testTarget(
      name: "HallSheetsTests",
      dependencies: ["TestMachine", "TestSupport", "HallSheets", "HallWords"]),
    .testTarget(name: "HallGitTests", dependencies: ["TestMachine", "TestSupport", "HallGit"]),
    .testTarget(
      name: "HallWordsTests",
      dependencies: [
        "TestMachine", "TestSupport", "HallWords", "HallStore", "HallModel", "HallSyntax",
      ]),
    .testTarget(name: "HallChecksTests", dependencies: ["HallChecks", "HallModel", "HallSyntax"]),
    .testTarget(
      name: "HallSyntaxTests", dependencies: ["TestSupport", "HallSyntax"], swiftSettings: fast),
    .testTarget(
      name: "HallHistoryTests", dependencies: ["TestMachine", "TestSupport", "HallHistory"]),
    // The machine as the tests see it, whatever the one they run on is like.
    .target(name: "TestMachine", path: "Tests/TestMachine"),
    // What tests of several modules use: the programs they need, numbers that look random.
    .target(name: "TestSupport", dependencies: ["TestMachine"], path: "Tests/TestSupport"),
    // Mutated texts for every reader: see scripts/fuzz.
    .executableTarget(
      name: "Fuzz",
      dependencies: [
        "TestSupport", "HallPages", "HallWork", "HallSheets", "HallWords", "HallStore",
        "HallChecks", "HallMerge", "HallHistory", "HallModel", "HallSyntax",
      ],
      path: "Tests/Fuzz", exclude: ["found"], swiftSettings: fast),
    // What two people do at once, for the tests of the merge and of sharing.
    .target(name: "MergeScenarios", dependencies: ["TestSupport"], path: "Tests/MergeScenarios"),
    .testTarget(
      name: "HallMergeTests",
      dependencies: [
        "HallMerge", "HallHistory", "HallModel", "HallSyntax", "MergeScenarios", "TestSupport",
      ]),
    .testTarget(name: "HallModelTests", dependencies: ["HallModel", "HallSyntax"]),
    .testTarget(
      name: "HallStoreTests",
      dependencies: ["HallStore", "HallHistory", "HallModel", "HallSyntax", "TestSupport"]),
  ],
  swiftLanguageModes: [.v6]
)
