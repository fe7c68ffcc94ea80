<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source> but not {places}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> in {places}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> or </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>% w/w</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{plain}&apos; can be read in two ways</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{plain}&apos; is no element</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{text}&apos; can be read in two ways</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{text}&apos; is more than {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{text}&apos; is no pair of elements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{text}&apos; is no ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{text}&apos; is not above zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{text}&apos; lies outside {low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, version {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A child&apos;s skin where an adult&apos;s is published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A guide: additivity was never proved and holds best for hydrocarbons; expect ±1 and test a bracket of ±2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A material of which nothing is on file can bring anything from nothing to its whole mass. Impurities are not counted here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A material without a specification of this element can bring anything up to its whole mass.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part measured on one compound and vehicle is used for that compound alone; where nothing was measured it is bounded 0–100 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A ratio for food. Nothing says that skin wants the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A recovery copy could not be written: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A recovery copy lies at {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ADI: mg per kg and day; body weight: kg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ASEAN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Absorbed
mg/day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Absorbed amount, of the absorbed part of the upper intake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Absorbed, beside a supplement of the reference dose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add phase {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {0}, {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All emulsifiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All emulsifiers lie in the domain of Griffin&apos;s HLB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All names were left out: nothing is pasted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An emulsion without an emulsifier: add one, or set emulsion to none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An upper intake is set for what is swallowed, from all food and products together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annex {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied
mg/day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied amount, of the upper intake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As if all that is put on the skin were swallowed: the strictest way to look at it, and not how a skin works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As much on each cm² as an adult uses. The nappy area is left aside: what is worn under a nappy is absorbed more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As oral
mg/day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As weighed, a check fails that the recipe passes: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BMDL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch no.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CAS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Canada</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change phase {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>China</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a line of the recipe first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colourants may stand last in any order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content
mg/kg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost of the batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost of the finished cream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost/kg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DA: absorbed at each application, µg/cm²; area: cm²; F: applications per day; body weight: kg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data edition {edition}: {materials} materials, {rules} rules of {markets} markets, {sources} sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default, not measured: {values}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Defined for nonionic emulsifiers only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete phase {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diet and product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diet and product, of the upper intake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E is a day&apos;s amount: it is not multiplied by how often the product is used, nor divided by body weight again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E/bw: what stays on the skin, over each panel member&apos;s own weight, mg/kg/day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E: product on the skin per kg of body weight after rinsing, mg/kg/day; C: concentration, %; DA: dermal absorption, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EACN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Element</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Element absorbed per area of skin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Element absorbed per day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Element absorbed per day from what is swallowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Element absorbed per kg of body weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Element applied per day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Element in a blend or solution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Element in a compound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Element in a compound of stated assay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Element in the finished product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Element in the product that can pass the skin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Element of one material that passes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Element that one part of a blend brings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emulsifier split that meets the required HLB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>European Union</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every line has a price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every line that has an amount is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every lipid has a required HLB for {emulsion} on file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>External
% limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faults and doubts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixes the ratio, not how much emulsifier is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For comparison: no market of this recipe goes by this authority.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For: {whom}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {0} on each is below 1 %: any order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Germany</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HLB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HLB = Σ wᵢ·HLBᵢ / Σ wᵢ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HLB arithmetic does not hold for {materials}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HLB does not apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HLB does not apply: {why}. Instead: {instead}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HLB gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HLB not on file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HLB of the blend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HLB of the emulsifier blend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HLB of the emulsifiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HLB {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds for the concentration and the film that were tested: it does not follow the recipe&apos;s share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds for the pure compound with the crystal water its formula names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>INCI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Impurity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Impurity in the finished product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In descending order by weight, salts and hydrates under their INCI name, adjusters at their nominal amount.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In pure water. Glycols and other salts in a cream leave less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In sum: {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the product
%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the reference intakes of {authority} it is {value}; nothing says that skin wants the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ingredient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ingredients (INCI)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internal
% limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It keeps {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It would change the ratio of {0}, which is locked. Free the ratio first (Ctrl+Shift+L).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Japan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Korea</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit
mg/day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit for this person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists of rules: {lists}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make phase {0} a {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Margin of safety</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Margin of safety (MoS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Margin over
all products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Material</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Materials alone: no loss, no packaging, no work. A line without a price adds at least nothing, so the sum then has no upper end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured for ointment and cream from a tube with a 5 mm nozzle, by adults.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method: {source}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mind: nothing is on file about what {material} is made of; it is bounded by its share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mind: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MoS = POD · oral / 100 / (factors · SED)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most of a line that dissolves in the water there is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most of a line that keeps a limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move phase {0} down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move phase {0} up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {0} down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {0} to phase {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {0} up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NOAEL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither divided by body weight nor rinsed off again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither the required HLB nor the HLB of the emulsifiers is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No NOAEL on file, so no margin of safety: {materials}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No authority of these markets sets an upper intake for {symbol}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No fault found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No market is named, so no law was consulted. Name one, such as EU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No material &apos;{material}&apos; on file: nothing can be told of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No preservative, declared: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No single required HLB for {emulsion} on file: {materials}. The required HLB is therefore a span.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No specification of one or more of {elements}, so it cannot be told against the limits of {market}: {materials}. Ask for the certificates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No specification of {elements}, so it cannot be told against the limits of {market}: {materials}. Ask for the certificates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No specification: {materials}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No upper intake to judge by is on file for {elements} and this person ({person}): the dose was compared with none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normalise to 100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not for substances without a threshold, not on damaged skin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in the library: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only one line can be q.s.; the other has no amount yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oral intake from a product that is swallowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oral intake that would be absorbed as much</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>POD: point of departure by mouth, mg/kg/day; oral: part absorbed by mouth, %; factors: for a LOAEL, for a short study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place not certain, the supplier gives no single share: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preserved with {materials}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prices in several currencies are not added up: {prices}. Write them in one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product on a child&apos;s skin per kg of body weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product on the skin per kg of body weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product on the skin per kg of body weight, as published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product that stays on a child&apos;s skin per day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product that stays on the skin per day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product used per day, by finger-tip units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product used per day, by the film on the skin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratio of two elements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratio of two elements in the reference intakes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipes (*.toml);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename phase {0} to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Required HLB of the oil phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounded to {0} g: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounding moves these shares by more than 1 % of themselves: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SED
mg/kg/day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SED = DA · area · F / (1000 · body weight)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SED = E · C · DA / 10⁴</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SED of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SED of {name} from all products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salt or ester expressed as its acid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save all changes? – Formulator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale to a batch of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale to batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set heat of phase {0} to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set {0} to {1} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set {material} to {share} % at most, which keeps {rule} too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set {material} to {share} % at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the phases of one kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the upper intake this product may use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share that a rule limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shares stay as they are and their grams follow. Lines written in grams are scaled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something it rests on is recalled or of low confidence, and settles nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spreadsheets (*.csv *.tsv *.xlsx *.xls *.ods);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Substance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Substance in the finished product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sum of all lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summed over every substance the entry covers, expressed as the entry says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap {0} for {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Systemic exposure dosage (SED)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Systemic exposure dosage (SED) from absorption per area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T: required HLB; A, B: HLB of the two emulsifiers; x_A: share of A in the blend, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taiwan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is too much text for lines of a recipe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cost is at least {least}: no price of {materials}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dose per kg is not divided by body weight again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The emulsifiers have HLB {blend}; the required HLB is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The emulsifiers reach HLB {reach}; {required} is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The emulsifiers reach only HLB {reach}; {required} is needed. Exchange one for a higher HLB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The emulsifiers reach only HLB {reach}; {required} is needed. Exchange one for a lower HLB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first is the least, the second the most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The law cannot be applied to {materials}: no INCI name or CAS number, a wrong one, or part of it is not named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The limit or a specification is recalled, and settles nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lines do not make 100 %: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lines make 100 % already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lines make {total} %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lines make {total} %: {amount} % is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lines make {total} %: {amount} % too much.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The locked lines alone make {0} %: nothing is left for the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The locked lines alone weigh {0} g.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The oil phase needs HLB {required}, the emulsifiers have {blend}: outside ±{tolerance}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The oil phase needs HLB {required}, the emulsifiers have {blend}: within ±{tolerance}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The oil phase needs HLB {required}; that of the emulsifiers is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The oil phase needs HLB {required}; that of the emulsifiers is not known: no HLB on file of {materials}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other lines make {others} %, so the q.s. line would be {share} %; it is counted as absent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other lines stay as they are. A share is set at or below it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The published amount is a whole day&apos;s: it is not multiplied by how often the product is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The q.s. line is below zero and cannot be weighed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The q.s. line takes what is left: the lines make 100 % already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipe does not pass: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same part of the body: a child&apos;s head is a larger part of it than an adult&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no lines to paste: two columns are enough, name and amount.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no lipid in this recipe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is water in it and no preservative of Annex V. Add one, or say in preservation why it needs none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Through the skin only; what is breathed in from a spray or a powder is not in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too little for this balance: {0}. Use a finer one, weigh a premix, or make more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total weighed: {0} g</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>United States</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used where the amount or the body weight is stated, or no dose per kg is published: the published one rests on each panel member&apos;s own weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict of the recipe on {0}: {1}. Data edition {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weigh sheet{0} · batch of {1} g · balance {2} g</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weigh, g</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weighed by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weighed, g</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a supplement of the reference dose would deliver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What enters through the skin passes the liver later than what is swallowed; the comparison is of amounts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it rests on is recalled, and settles nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the product may carry that counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What {materials} is made of is not on file: up to its whole share it could be anything. Give formula, elements, or organic = true, to have it judged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether these emulsifiers can reach the required HLB cannot be told: a value is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With diet
% limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a specification besides: {materials}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without an INCI name, missing above: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a mass such as 12.5 g, or a share such as 2.5 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write at most {most}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write how much to make.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it without the point, or with a decimal comma.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write one number or a range, such as 5.0 - 5.5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write one number or a range, such as 8 - 12.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the amount alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the temperature in °C, such as 75.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write two elements, such as Zn:Cu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write two symbols, such as Zn:Cu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write what it is called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write what it is, or leave it empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write {fraction} or {thousands}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write {low} to {high}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yield</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a child&apos;s skin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a duty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a kg of water, and what is dissolved in it where it gives way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a pH lies between 0 and 14</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a product for the lips or the mouth is swallowed: bounded 0–100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a recipe needs a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a, b: contents in the product, mg/kg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a, b: reference intakes, mg/day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>absorbed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>absorbed = applied · swallowed · f / 10⁴</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>absorbed = dose · passable / 10⁶</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>absorbed = kept · passable / 1000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>absorbed by mouth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>absorbed: from this product, mg/day; delivered: from a supplement of the reference intake, mg/day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>absorbed: mg/day; area: of the skin, cm²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>absorbed: mg/day; f: part absorbed of what is swallowed, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>absorption not measured: bounded 0–100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>act: {title}, applies from {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adult dose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adult dose: mg/kg/day; area factor: skin area per kg of body weight, relative to an adult&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adult&apos;s area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adult&apos;s body weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all of it may be swallowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all that is on the lips or stays in the mouth may be swallowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>allocation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>allowances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>allowed = limit · allocation / 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>allowed: by mouth, mg/day; f: part absorbed by mouth, % (100 where the product itself is swallowed); kept: product on the skin, g/day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>also</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>amount = film · area · applications / 1000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>amount = units · mass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>amount: g/day; retention: part that is not rinsed off; body weight: kg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>amount: product used, g/day; retention: part that is not rinsed off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>antioxidant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any market</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>applications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>applied = kept · content / 1000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>applied: mg/day, of a product for the lips or the mouth; swallowed: part that goes down, %; f: part absorbed by mouth, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>applied: mg/day; swallowed: part that goes down, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>applied: on the skin, mg/day; limit: mg/day by mouth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>area = adult&apos;s area · area factor · body weight / adult&apos;s body weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>area factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>area factor: skin area per kg of body weight, relative to an adult&apos;s; body weights: kg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the system has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as worked above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as {acid}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>assay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>assay: percent of the stated formula; above 100 for a part-dried hydrate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least {least}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least {least} and at most {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least {least}, at most {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least {least}, no upper end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least {share} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most {share} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>besides {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blend: HLB of the emulsifiers; required: HLB the oil phase needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>body weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both are {first}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calculated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>capacity = 10 · allowed · f / kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>carriers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chelator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>colourant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>composition not on file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>composition: {basis}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>concentration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>content = Σ shareᵢ · wᵢ / 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>content = Σ shareᵢ · xᵢ / 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cool-down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cool-down phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cost = Σ massᵢ · priceᵢ / 1000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cost = Σ shareᵢ · priceᵢ / 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cost of the batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>covers compounds of {symbol}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>covers hydrates of what it names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>damaged skin, and nothing published on it: bounded 0–100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>damaged skin: absorption measured on intact skin is only its least, bounded up to 100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>declared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>declared so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>declared to lie outside Griffin&apos;s domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>declared: {where}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default allocation; set limit_allocation to change it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default, not measured: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>definition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delivered = reference · f / 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>density</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dermal absorption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>diet ({quantity})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>diet: from food, mg/day; oral: oral equivalent, mg/day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dose = 1000 · amount · retention / body weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dose = E/bw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dose = adult dose · area factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dose: mg per kg and day; body weight: kg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dose: product on the skin per kg of body weight, mg/kg/day; passable: content that passes, mg/kg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>emollient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>emulsifier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ethylene oxide units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>even the least is above the {share} %, but that is a default: set limit_allocation to have it judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expert review, {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expert review: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>film: mg/cm² at each application; area: cm²; applications: per day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finger-tip units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fragrance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from a LOAEL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>functions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>g</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gap = blend − required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grade A: measured in people, or a regulator&apos;s figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grade B: human skin in the laboratory, or a small trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grade C: measured in animals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grade D: default, not measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>highest: {working} = {result}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how much a child swallows is not published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how much of it is absorbed by mouth is not on file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how much of the acid is in it is not on file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>humectant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>identity:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in force from {first}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in force from {first} to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in force to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in these words since {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in this recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in this recipe, other than yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>intact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its words on this date are not on file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept = amount · retention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept = dose · body weight / 1000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept: product on the skin after rinsing, g/day (amount · retention); content: mg/kg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept: product on the skin, g/day; passable: content that passes, mg/kg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>label above {share} %{where}: {says}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limit = ADI · body weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limit of {entry}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limit {share} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limit: upper intake per day; allocation: the share given to this product, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limit: what the rule allows; wᵢ, xᵢ: share and content of the other lines, at their highest; x: content of this one; per: of the rule&apos;s sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line: {material}, {amount} (phase {phase})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lowest: {working} = {result}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>margin of safety of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>margin of safety of {name} used in all products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>market</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mass of one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>massᵢ: mass of line i in the batch, g; priceᵢ: what a kg of its material costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mineral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>most = (limit · per − Σ wᵢ·xᵢ) / x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>most = solubility · water / below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>most of {material} that dissolves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>most of {material}, by {rule}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n: atoms of X in the formula; Aᵢ: standard atomic weights; w in mg/kg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs HLB {values}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no HLB on file: bounded 0–20</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no amount published for this product type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no amount was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no area published for this product type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no composition on file: bounded by its share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no emulsion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no entry on file names it ({markets}, {day})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no maximum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no number of applications published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no part absorbed by mouth is on file: bounded 0–100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no price on file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no required HLB {emulsion} on file: bounded 0–20</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no retention published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no rules on file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no specification of this element: bounded by its share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no {symbol} in {formula}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none of it is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not allowed{where}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not analysed: {materials}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in the declared composition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not judged here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not stated in the recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note: {note}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing on file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing to weigh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>oil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>oil in water</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>oil phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only a pH adjuster has a max</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>oral = 100 · absorbed / f</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>oral = applied · swallowed / 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>oral bioavailability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>oral equivalent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>oral: oral intake that would be absorbed as much, mg/day; limit: mg/day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>organic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>organic: carries no mineral by nature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other sources: {values}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outside Griffin&apos;s domain: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over (law)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pH at least {ph}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pH at most {ph}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pH must be {goal}; the recipe does not say its pH.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pH must be {goal}; the recipe says {ph}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>part of the material is not named or not analysed: bounded 0–100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passable = Σ shareᵢ · wᵢ · fᵢ / 10⁴</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passes ({what})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>permitted with conditions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ph-adjuster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phase = Σ shareᵢ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>point of departure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preferred because: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preservative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>product on the skin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>product per kg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>product per kg of body weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>product used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prohibited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>published dose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>q.s., takes up the rounding of the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ratio = a / b</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read at the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read in a transcription</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading (high confidence): {reading}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading (low confidence): {reading}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading (medium confidence): {reading}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading of {day} (high confidence): {reading}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading of {day} (low confidence): {reading}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading of {day} (medium confidence): {reading}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading: none yet; a match is for expert review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading: of an earlier text; a match is for expert review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recalled, not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reference: reference intake, mg/day; f: part absorbed by mouth, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>required HLB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>required HLB {emulsion}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>retention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rounding moves it by {0} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {n}: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>several compounds of the element in one material: anything their values allow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share = 100 · absorbed / delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share = 100 · applied / limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share = 100 · oral / limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share = 100 · together / limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share = Σ shareᵢ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share = Σ shareᵢ · xᵢ / 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share = Σ shareᵢ · xᵢ / per</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share: share of the salt in the material, %; M: molar masses; n: acid units in the salt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share: share of the substance in the material, %; w: its content of the element, mg/kg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shareᵢ: share of each line in these phases, % w/w</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shareᵢ: share of each line used as emulsifier, % w/w</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shareᵢ: share of line i as written, % w/w; priceᵢ: what a kg of its material costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shareᵢ: share of line i in the finished product, % w/w; a q.s. line takes what is left to 100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shareᵢ: share of line i, % (an adjuster at its max); xᵢ: the substance in its material, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shareᵢ: share of line i, % (an adjuster at its max); xᵢ: what the rule counts in its material: % of it, or mg/kg of the element</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shareᵢ: share of line i, % w/w; wᵢ: content of the element in its material, mg/kg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shareᵢ: share of line i, %; wᵢ: content of its material, mg/kg; fᵢ: part that passes the skin from this compound, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shareᵢ: share of line i, %; xᵢ: what the specification of its material allows, mg/kg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shareⱼ: share of substance j in the material, %; wⱼ: its content, mg/kg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>solubility</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>solubility in water, 20–25 °C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>solubility: g per kg of water at 20–25 °C; water: share of water, %, with this line&apos;s own where a q.s. water gives way to it; below: g</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>solvent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something it rests on is recalled or of low confidence, and settles nothing; the derivation names it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>source as above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>study of {days} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>substance: {name}, {share}, {basis}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>supplier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>swallowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tends to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the entry changed since it was read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is not UTF-8 text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the limit is recalled and settles nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the material as a whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the recipe itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the rest of the blend is not named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the supplier&apos;s use level, and a stability test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the total is exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the total is off by {0} g</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the whole blend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is none in this recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thickener</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this entry has not been read into a limit yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this person may belong to several bands: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>through damaged skin anything up to all of it can pass, so this cannot be cleared for skin that people scratch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to {0}, at most {1} g in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>together = diet + oral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>together with {substances}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>together: diet and oral equivalent, mg/day; limit: mg/day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too little for this balance: exactly {0} g</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>total = Σ shareᵢ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>units: finger-tip units a day; mass: of one unit of cream, g</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown, {bounds}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uv-filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>w = w(X) · assay / 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>w = Σ shareⱼ · wⱼ / 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>w(X) = 10⁶ · n·A(X) / Σ nᵢ·Aᵢ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>w: content, mg/kg; f: part that passes, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>water</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>water in oil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>water of all lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>water phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what {entry} limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where {symbols}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wᵢ: share of emulsifier i, %; HLBᵢ: its HLB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wᵢ: share of lipid i, %; HLBᵢ: its required HLB for this type of emulsion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x = absorbed / area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x = share · n·M(acid) / M(salt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x = share · w / 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x = w · f / 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x_A = 100 · (T − B) / (A − B)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} % is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} % is too much</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (own material)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} carries no {1}; it keeps its share, {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} expert review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has no price here. Type one, such as {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is locked. Unlock it first (Ctrl+L).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} keeps its ratio to {1}, which is locked. Unlock that first (Ctrl+L).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} locked lines keep the amount that is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} locked lines left as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} no identity for the law</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of the recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} prohibited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} things have changes that are not saved:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} {1} in a kg of cream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} {1} in the batch of {2} g</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, and every share is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1} % of the cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1} % of what is known of the cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}; the share worst off is that of {1}, by {2} % of itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} to {what}, max {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{authority} {quantity} of {limit} ({scope})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{a} : {b} in the product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{best} ({low} to {high})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{best}, at least {least}, at most {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{best}, at least {least}, no upper end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, line {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{formula} holds an element without a standard atomic weight: bounded by its share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}, high confidence, {read}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}, low confidence, {read}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}, medium confidence, {read}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{limits} each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{limit} as {counted}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{list} of {edition}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{list}, {rules} entries, edition {edition}: no entry matched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{list}, {rules} entries, edition {edition}: {matched} entries matched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{list}, {rules} entries, edition {edition}: {matched} entry matched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{list}: edition {edition} is {months} months old on this date; changes since then are not in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{list}: edition {edition}, not older than 18 months on this date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low} is above {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{market}, {place} ({substance}: close to it: expert review)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{market}, {place} ({substance}: named)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{market}, {place} ({substance}: of its class)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{market}, {place} ({substance}: perhaps of its class)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{market}: cannot tell from {lists}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{market}: fault found in {lists}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{market}: no fault found in {lists}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{materials} in {currency}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{material} (a part of it)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{material} ({why})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{material} ({why}); instead: {instead}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{material} in the emulsifier blend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} in the product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} takes what is left: choose a line with an amount.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was changed by another program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was changed since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: margin of safety {margin} by the absorption per area, but there is more of it here than was tested, or it is not said how much was (tested_at). For: {whom}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: margin of safety {margin}, at least {least} is wanted; SED {sed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: margin of safety {margin}, but a margin speaks of intact skin only: on damaged skin it can never pass, because its barrier is what the absorption was measured on. For: {whom}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: no margin of safety, because {element} has no dose known to be safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: used at this share in all {products} product types together, its margin of safety would be {margin} (SED {sed}); {least} is wanted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} cannot be told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} faults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} warnings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{person}, {pattern}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{product}: part of it is breathed in, which no dose here counts. None of them can clear it: have the inhaled dose assessed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ratio} is to be {goal}, but there is no {elements} in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ratio} is {value} by mass.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ratio} is {value} by mass: may or may not meet the target of {goal}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ratio} is {value} by mass: meets the target of {goal}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ratio} is {value} by mass: misses the target of {goal}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rules} rules on file for {market}, not the whole law: it can fail a recipe, not clear it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rules} rules, Annex {lists}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rules} rules, {lists}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} of {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source}, {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{substances} is not a permitted {function} (edition {edition}): say with `as` what {material} is used for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{substances} is not allowed in this product ({product}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{substances} is not listed for this product for one of its uses: say with `as` what {unstated} is used for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{substances} is not permitted in this product for one of its uses: say with `as` what {unstated} is used for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{substances} is prohibited, whatever the dose: {entry}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{substances} is restricted to other products than {product}: expert review. {entry}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{substances} is used as {function} and is not on the list of those permitted (edition {edition}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{substances} may be not allowed in this product ({product}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{substances} may be prohibited, whatever the dose: {entry}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{substances} {share} as {counted}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{substances} {share}: label duty above {above} % is due: {says}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{substances} {share}: label duty above {above} % is may be due: {says}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{substances} {share}: label duty above {above} % is not due: {says}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{substances}: expert review, {why}. Entry: {entry}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{substances}: permitted here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{substances}: {condition}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{substance} as {acid}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol} absorbed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol} absorbed per cm²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol} absorbed per kg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol} absorbed, of the {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol} absorbed, of what a supplement delivers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol} allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol} applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol} applied, of the {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol} as an impurity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol} as an impurity: the specifications allow up to {applied} µg/day on the skin; permitted daily exposure of a medicine {pde} µg/day. A limit for medicines, for orientation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol} as an impurity: the specifications allow up to {applied} µg/day on the skin; permitted daily exposure of a medicine {pde} µg/day; {content} mg/kg is above the {ctcl} mg/kg set for people already sensitised. A limit for medicines, for orientation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol} as an impurity: the specifications allow up to {applied} µg/day on the skin; permitted daily exposure of a medicine {pde} µg/day; {content} mg/kg is within the {ctcl} mg/kg set for people already sensitised. A limit for medicines, for orientation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol} as an impurity: the specifications allow up to {specified} mg/kg; {quantity} {limit} mg/kg.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol} from a supplement of the {quantity}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol} from food and this product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol} in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol} in the finished product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol} in {formula}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol} in {material}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol} in {substance} as sold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol} of {material} that passes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol} swallowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol} that can pass the skin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol} that may be in the product and count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol} that may pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol} that {substance} brings into the blend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol} with diet, of the {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol} {have} may or may not meet the target of {goal} mg/kg.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol} {have} meets the target of {goal} mg/kg.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol} {have} misses the target of {goal} mg/kg.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol}, oral equivalent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol}: how much of it is absorbed from this product was not measured, so it cannot be set beside a supplement.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol}: {dose} absorbed through {skin} skin, {grade}; as an oral intake {oral}; {allowed} mg/day is allowed, {allocation} % of the {limit}. For: {whom}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol}: {oral} may be swallowed, of which {dose} is absorbed; {allowed} mg/day is allowed, {allocation} % of the {limit}. For: {whom}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol}: {share} of what a supplement of the {authority} {quantity} would deliver is absorbed; {grade}. For: {whom}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} ({source})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} ({source}, recalled)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} {emulsion}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{verdict}; not the whole law</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}, {goal}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}, {goal}: say with `as` what {substances} is used for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why}: bounded {low}–{high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… and {0} more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bench for creams: emulsion, minerals, dose and law of one open recipe, every number with its source. MIT licence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Formulator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Add to the recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Choose a mend of the finding …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Costs in the recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Explanation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find a material</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Weigh sheet …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply the finding&apos;s &amp;first mend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours of the s&amp;ystem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D&amp;ose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dose &amp;table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own &amp;materials …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe &amp;settings …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;as …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>W&amp;hat if …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AppliesField</name>
    <message>
        <source>as usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no: ionic, silicone, polymeric …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BatchDialog</name>
    <message>
        <source>&amp;Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch, such as 1 kg</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CellTable</name>
    <message>
        <source>Type into a cell; Tab goes to the next one, Ctrl+Del takes the row out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandsModel</name>
    <message>
        <source>not possible now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompositionField</name>
    <message>
        <source>Assay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CAS number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carries no mineral by nature; traces of metals are impurities.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content, such as 12 % or 300 mg/kg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contents of elements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Element</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formula or organic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>INCI name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing said: any element is bounded by the share of the material, unless the library material it is like says more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Substances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contents of elements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not said (as its model has it)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>organic, no mineral by nature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>substances: a blend or solution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such as 99 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CostLine</name>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost of the batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prices in {0}: not added up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least: one line has no price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least: {0} lines have no price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}
Click to type the price of the first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DosePanel</name>
    <message>
        <source>% of a limit, as absorbed. Shaded: what is known; stroke: best value; dotted: share for this product.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No element in this recipe has a limit of intake.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody limits the intake of {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most a line may carry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} Logarithmic: a span goes beyond {1} %.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DoseTable</name>
    <message>
        <source>Copy as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the table as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elements ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elements and their limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter: how it was worked out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Impurities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Impurities ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No element in this recipe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No specification in this recipe names an impurity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No substance in this recipe has a NOAEL on file, so there is no margin of safety.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Substances ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Substances and their margins of safety</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DoseView</name>
    <message>
        <source>Enter opens how a number was worked out; Ctrl+C copies the selected rows, or all; Alt+Up and Alt+Down sort by a column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} rows copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ElementBlock</name>
    <message>
        <source>No market of this recipe goes by this limit: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>absorbed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>absorbed ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>absorbed, {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as oral intake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>binding: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>would allow</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ElementRow</name>
    <message>
        <source>no upper end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} absorbed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ElementRows</name>
    <message>
        <source>No mineral element in this recipe.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ElementsModel</name>
    <message>
        <source>No intake from diet on file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none set</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong – Formulator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program met a fault of its own and goes on; your recipe is still open. {0}
Please send the text below to its makers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened, for a bug report</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExplainPanel</name>
    <message>
        <source>Click a number in the verdict to see how it was worked out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the derivation as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Derivation copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the number was worked out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no longer in this recipe.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileActions</name>
    <message>
        <source>Cannot be opened – Formulator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved – Formulator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open recipes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened with problems – Formulator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save changes? – Formulator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be written: {1}.
Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” has changes that are not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… and {0} more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message>
        <source>Enter: line · Ctrl+Enter: source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter: line · Ctrl+Enter: source · Alt+Enter: mend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide {0} passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No findings. Every rule that applies passed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show checks that passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {0} passed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingsTable</name>
    <message>
        <source>Enter goes to the line a finding is about; Ctrl+Enter opens its source; Alt+Enter applies its first mend, Alt+Shift+Enter shows all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GoalRow</name>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GoalRows</name>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Hints</name>
    <message>
        <source>Ctrl+K: commands · F1: keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>Enter goes to the recipe as it was after a step; the steps after it can be gone to again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HlbScale</name>
    <message>
        <source>HLB scale from 0 to 20: required {0}, blend {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}.
Shaded: where the blend may lie.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportPreview</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit row …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import {0} – Formulator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not taken over: the columns {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {0} cannot be written: {1}. Written before it: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of the sheet; Space ticks one to take, Enter edits it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take 1 row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take {0} rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick all that can be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be read: mend them in the sheet, or with “Edit row”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} rows of {2} are among your materials now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} rows ticked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} stands in several ticked rows: keep one of them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImpuritiesModel</name>
    <message>
        <source>not judged</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>&amp;Keep mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Are you sure? – Formulator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed on disk – Formulator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recover unsaved work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reload from disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take over what it holds now? You can undo that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was written after this was kept: Undo shows what is in it, saving asks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {0} is no longer there; saving writes it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved work cannot be copied to the recovery folder: {0}. Save often.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have changes here that are not saved. Take over what the file holds now? You can undo that, and have your changes back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is open in another window too ({1}). Changes made there are not seen here; what is saved last stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} was changed by another program since it was opened here. Saving replaces what is in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} was changed by another program.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibraryPanel</name>
    <message>
        <source> (and {0} more)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter adds the best match, with the amount behind its name: glycerin 5 %. Page down: the next phase. Down: the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter adds {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a material by name, INCI, CAS number, trade name, element or function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find material (Ctrl+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Materials found; Enter adds one to the recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found. Try INCI, CAS or Zn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} material</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} materials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, line {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LimitRow</name>
    <message>
        <source>Dotted: {0} % of the limit for this product. Thin line: the whole limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1} ({2}): {3} absorbed, of the absorbed part of the limit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MarketLines</name>
    <message>
        <source>No market is named: the law was not consulted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: cannot tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: cannot tell from {1} rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: fault found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: fault found in {1} rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: no fault found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: no fault found in {1} rules</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MarketsButton</name>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MatchDialog</name>
    <message>
        <source>Leave out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names and what they mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One name is not that of a material on file. What does it mean?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One other line is recognised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste lines: what the names mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take as an unknown material</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What “{0}” means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} names are not those of a material on file. What do they mean?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} other lines are recognised.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MaterialEditor</name>
    <message>
        <source>&amp;Fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {0} to this recipe&apos;s materials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As &amp;text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faults and doubts; Enter goes to the place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields and text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be written: {0}.
Your text is still here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has {0} and cannot be used until they are mended. Save it as it stands?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has {0}: a recipe carries only what can be used. Mend them first, or save it to your materials as it stands.

{1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No fault, no doubt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved – Formulator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own material – Formulator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save in this recipe only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it? – Formulator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save to my materials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The material as TOML text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text cannot be read, so the fields stand still. Mend it under “As text”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text holds {0} materials: the fields show one at a time. Edit them as text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unnamed material</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved work cannot be copied to the recovery folder: {0}. Save often.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you typed is not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in this recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} faults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} while you edited it. Save yours as another file beside it?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MaterialForm</name>
    <message>
        <source>12.50 EUR/kg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also in the text: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most, mg/kg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CAS number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does HLB apply?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Element</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Functions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HLB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>INCI name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id (file name, and how recipes call it)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Impurities, by the certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In an emulsion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like (id of a library material)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NOAEL by mouth, mg/kg/day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Required HLB, o/w</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Required HLB, w/o</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safety</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source of these figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is made of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made of the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>several parted by ;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such as 15 or 14 - 16</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such as 450</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>supplier sheet 2026-03</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes over what is not said here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MaterialPicker</name>
    <message>
        <source>Find a material by name, INCI, CAS number, trade name, element or function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Materials found; Enter takes one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, INCI, CAS, element or function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found. Try INCI, CAS or Zn.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Mend</name>
    <message>
        <source>Fill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill with {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set to {0} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split {0} : {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap for {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap {0} for {1}, {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use as {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {0} as {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MendButton</name>
    <message>
        <source>All {0} mends of this finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (Alt+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (Alt+Shift+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumberLink</name>
    <message>
        <source>{0}: {1}
Click to see how it was worked out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Opening Formulator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the library and the law; nothing is judged yet …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OwnMaterials</name>
    <message>
        <source>
Recipes that use it carry it inside and keep it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Left out, because of faults in them: materials of {0} files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> The recipe carries another: “Put into the recipe” renews it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import a spreadsheet …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Like a library material …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Put into the recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carry {0} in the recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete {0}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted {0}. “Put back” undoes it as long as this window is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xport to CSV …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export own materials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import own materials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like which library material? – Formulator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own materials – Formulator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own materials; Enter edits one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put &amp;back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take {0} out of this recipe&apos;s materials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take “{0}” out of this recipe?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That cannot be done: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipe carries {0} as it is in your materials.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your materials lie in {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the whole file {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (own)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be imported: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no longer in this recipe; Undo in the recipe&apos;s window brings it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no longer there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is saved {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is used in the recipe ({1} times). Remove or swap those lines first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} materials written to {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” from {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OwnModel</name>
    <message>
        <source> (and {0} more)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>my materials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>my materials, in the recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>my materials; other in the recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with faults: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, line {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, material {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OwnTable</name>
    <message>
        <source>No material of your own yet. “New …” starts one from nothing, “Like a library material …” from one that is close to it, “Import a spreadsheet …” brings many at once.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PairsField</name>
    <message>
        <source>an empty symbol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} stands twice, and only the first counts. Keep one of them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a command by its words; Enter runs it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No command has these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhaseBar</name>
    <message>
        <source>100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phases: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing in them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} % missing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhaseDialog</name>
    <message>
        <source>&amp;Heat, °C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heat of the phase in °C, or nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of the phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not heated</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>&amp;Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Decimals of shares and grams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new recipe starts as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decimals of shares and grams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences – Formulator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>always {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as many as each number needs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Weigh sheet, 1 page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weigh sheet, {0} pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewModel</name>
    <message>
        <source>clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>doubt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you have an own material of this id: ticked, this row takes its place</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProcessPage</name>
    <message>
        <source>Change steps of phase {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set temperature of phase {0} to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps of phase {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature of phase {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not heated; such as 75 °C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one step a line</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProductPage</name>
    <message>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emulsion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Market {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set batch to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set emulsion to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set markets to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set pH to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set product to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set reason for no preservative to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set version to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why no preservative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not given; such as 5.0 - 5.5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not given; such as 500 g or 2 kg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only where it needs none; such as: water activity below 0.6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pH</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgramActions</name>
    <message>
        <source>&amp;About Formulator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Commands …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Forget these files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Preferences …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Welcome page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file was opened yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecipeHeader</name>
    <message>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emulsion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set batch to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set emulsion to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set markets to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set pH to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set product to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pH</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecipeModel</name>
    <message>
        <source> with its ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the price of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set price of {0} to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set {0} to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used as {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each line costs in a kg of cream. Type the price of its material over it, such as {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>locked: scaling, mends and “what if” leave it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ratio {0}: scaled together with the other lines of it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecipeTable</name>
    <message>
        <source>Recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no room for the costs: make the window wider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type an amount over a line, Enter goes on. Right: grams, price. Shift and arrows: several lines.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>&amp;Discard …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard the unsaved work on {0}? This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space ticks or unticks a line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program ended before this work was saved. Open it again? Each comes back over its file, as a change you can undo or save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved work – Formulator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never saved to a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (own material)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RowDelegate</name>
    <message>
        <source>Amount of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount of {0} in grams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” was not taken: {1}. {2}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each change is in force at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last change: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe settings – Formulator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Targets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo all since opening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every command, also those without keys: Ctrl+K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts – Formulator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it does</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SplitAdvice</name>
    <message>
        <source>meets it, of the emulsifiers:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartFields</name>
    <message>
        <source>Emulsion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Market {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product type</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SubstancesModel</name>
    <message>
        <source>Worked out for preservatives of product types used together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not judged</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TableActions</name>
    <message>
        <source>&amp;Copy lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Duplicate lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lock or unlock lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Normalise to 100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Swap material …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cu&amp;t lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete &amp;empty phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock or unlock their rat&amp;io</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move do&amp;wn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to p&amp;hase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the phase a&amp;bove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the phase be&amp;low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New &amp;phase …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;hase: name, kind, heat …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale to &amp;batch …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select &amp;all lines</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TableEditing</name>
    <message>
        <source>A q.s. line takes what is left: it cannot keep a ratio.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A recipe has at least one phase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy {0} to phase {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase {0} has lines. Remove or move them first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scaling one of {0} scales the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select one line to swap its material.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select two lines or more to keep their ratio.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap material</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ratio of {0} is free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlocked {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What takes the place of {0}? The share stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is a phase {0} already</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TargetsPage</name>
    <message>
        <source>Content of elements in the finished product, least and most. Empty ends are open. Bare numbers are mg/kg.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Element of a new target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elements of a new ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HLB tolerance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratio {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratios of two elements by mass: one number or a range, such as 8 - 12.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference intakes of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove ratio {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove target of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set HLB tolerance to ±{0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set ratio {0} to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set reference intakes to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set target of {0} to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zn, Cu, Mg …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zn:Cu …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such as 8 - 12</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} now {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>±1, default: the gap between blend and required HLB that still passes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UseFields</name>
    <message>
        <source>Amount per day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damaged: scratched or broken skin, through which anything up to all of it can pass.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person, {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set amount to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set person to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set share of a limit to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set skin to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of a limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of a limit for this product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as 1.54 g/day, 4 FTU/day or 2 mg/cm2. Empty: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per body weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stays on the skin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the published pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} %, default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} for an adult</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, published</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UsePage</name>
    <message>
        <source>Amount per day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applications per day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Body weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Film on the skin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left empty, the published pattern of the product type holds, as it stands in grey. Person, skin and share of a limit: Dose, Ctrl+5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the skin: {0}. Per kg of body weight: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set amount to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set applications per day to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set area to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set body weight to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set film to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set part of the body to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What that comes to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the product type, or the area below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by the film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>instead of the amount; such as 2 mg/cm2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, of the part named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, published</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VerdictPanel</name>
    <message>
        <source> (whole in the findings)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cool-down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markets, and the editions read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No emulsion: HLB does not apply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No water, no preservative needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Water</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as oral intake, of allowed, mg/day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pH not stated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pH {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▲ required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▼ blend</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WeighWindow</name>
    <message>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not printed – Formulator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved – Formulator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save PDF …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the weigh sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The balance shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer cannot be reached.
Choose another, or save a PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weigh sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weigh sheet – Formulator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weigh sheet, {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What rounding does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be written: {1}.
Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>&amp;Open a file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Start a new recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always start like this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An example opens as a copy: try what you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Design creams: emulsion, minerals, dose and law of one open recipe. Drop a recipe file anywhere on this window to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter starts a new recipe; Tab goes to recent files and examples; Escape shows the empty bench.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formulator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipes you open or save are listed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhatIf</name>
    <message>
        <source> with its ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount of {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag, or use the arrow keys. Enter keeps it, Escape takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set {0} to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it back (Escape)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What if</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What if: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>most {0} {1}, by {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>┃ most {0} {1}, by {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▴ was {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Dose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dose table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings and explanation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The current finding has no amount to set, and no other mend.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own {0} now stands for the library&apos;s in {1} other lines too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} with its ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” was not taken: {1}. {2}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WindowMenu</name>
    <message>
        <source>&amp;Next window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous window</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
