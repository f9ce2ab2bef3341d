"""Which pictures of `imagenet_sample` are kin: one picture a class there, so that only classes beside each other can be right.

By the nouns that WordNet puts above them, and by eye where it is of no use (it files a street sign under messages).
"""

from __future__ import annotations

KIN = {
    "fishes": "goldfish tiger_shark",
    "birds": "house_finch ruffed_grouse bee_eater hornbill flamingo redshank dowitcher pelican",
    "reptiles and amphibians": "European_fire_salamander axolotl African_crocodile American_alligator thunder_snake horned_viper",
    "insects and spiders": "tarantula tick leaf_beetle fly bee monarch lycaenid",
    "lobsters": "American_lobster spiny_lobster",
    "dogs": "Japanese_spaniel beagle black-and-tan_coonhound Italian_greyhound Norwegian_elkhound Weimaraner Dandie_Dinmont"
    " giant_schnauzer Tibetan_terrier Labrador_retriever English_setter malinois Doberman Tibetan_mastiff malamute Leonberg"
    " Pomeranian keeshond Cardigan miniature_poodle coyote",
    "cats": "tabby lynx leopard tiger cheetah",
    "hoofed animals": "sorrel zebra water_buffalo ibex hartebeest impala",
    "monkeys": "siamang macaque marmoset spider_monkey squirrel_monkey",
    "cars and buses": "ambulance garbage_truck recreational_vehicle school_bus snowplow trolleybus",
    "buildings": "beacon castle church mosque",
    "shops": "bakery barbershop confectionery tobacco_shop",
    "dials": "analog_clock barometer wall_clock",
    "plucked strings": "acoustic_guitar banjo",
    "balls": "rugby_ball volleyball",
    "ships": "aircraft_carrier wreck",
    "vessels": "beaker bucket cocktail_shaker mixing_bowl pill_bottle rain_barrel saltshaker whiskey_jug",
    "fungi": "mushroom agaric gyromitra hen-of-the-woods",
    "dishes": "plate meat_loaf burrito dough",
    "fruits": "Granny_Smith pineapple",
    "flowers": "rapeseed daisy",
    "shores": "breakwater cliff sandbar",
    "clothes": "abaya mitten pajama running_shoe",
    "pens": "fountain_pen quill",
    "appliances": "toaster washer",
}
"""Classes as the files name them, after the number."""


def kin_of(name: str) -> str | None:
    """The group of a file `n01443537_goldfish.JPEG`; None where nothing there is its kin."""
    return _GROUPS.get(name.partition("_")[2].partition(".")[0])


_GROUPS = {name: group for group, names in KIN.items() for name in names.split()}
